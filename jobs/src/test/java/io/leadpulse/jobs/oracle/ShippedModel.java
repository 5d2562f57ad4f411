package io.leadpulse.jobs.oracle;

import io.leadpulse.engine.release.Release;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Releases of the models in the repository's {@code config} folder. */
public final class ShippedModel {
  private ShippedModel() {}

  /**
   * A release of a shipped model, in effect since ever.
   *
   * @param name which is also the model's id, such as {@code b2b-japan}
   */
  public static Release release(String name) {
    return Release.of(name, 1, 0, text(name));
  }

  /** A later release of it, with one text in place of another. */
  public static Release changed(
      String name, long version, long effectiveAt, String before, String after) {
    return Release.of(name, version, effectiveAt, edit(text(name), before, after));
  }

  /** A later release than another one, with one text in place of another. */
  public static Release after(Release earlier, long effectiveAt, String before, String after) {
    String changed = edit(earlier.yaml(), before, after);
    return Release.of(earlier.modelId(), earlier.version() + 1, effectiveAt, changed);
  }

  private static String edit(String text, String before, String after) {
    String changed = text.replace(before, after);
    if (changed.equals(text)) {
      throw new IllegalArgumentException("the model does not say '" + before + "'");
    }
    return changed;
  }

  private static String text(String name) {
    try {
      return Files.readString(Path.of("..", "config", "models", name + ".yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
