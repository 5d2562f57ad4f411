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
    String changed = text(name).replace(before, after);
    if (changed.equals(text(name))) {
      throw new IllegalArgumentException(name + " does not say '" + before + "'");
    }
    return Release.of(name, version, effectiveAt, changed);
  }

  private static String text(String name) {
    try {
      return Files.readString(Path.of("..", "config", "models", name + ".yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
