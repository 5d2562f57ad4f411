package io.leadpulse.engine.model;

import java.util.Locale;

/** A list of user agents that comes with this software. */
public enum AgentList {
  /** Crawlers, monitors, feed readers, link previewers, vulnerability scanners. */
  CRAWLERS,
  /** Browsers that a program steers. */
  HEADLESS,
  /** HTTP libraries and tools. */
  LIBRARIES,
  /** Mail security that follows links and says so. */
  LINK_SCANNERS;

  private final String term = name().toLowerCase(Locale.ROOT).replace('_', '-');

  public String term() {
    return term;
  }
}
