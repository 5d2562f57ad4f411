package io.leadpulse.jobs.codec;

import io.leadpulse.engine.release.Release;
import java.util.List;

/** Some of the published releases cannot be read now, because the registry does not answer. */
public final class HiddenReleasesException extends IllegalStateException {
  private final transient List<Release> readable;

  public HiddenReleasesException(String message, List<Release> readable) {
    super(message);
    this.readable = List.copyOf(readable);
  }

  /** The others, in the order in which they were published. */
  public List<Release> readable() {
    return readable;
  }
}
