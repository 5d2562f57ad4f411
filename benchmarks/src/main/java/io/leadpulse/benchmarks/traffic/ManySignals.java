package io.leadpulse.benchmarks.traffic;

import java.util.Locale;

/**
 * Models with any number of signals, of which every view of a page matches exactly three: three
 * signals for each section of a site, and some for sections that nobody visits.
 */
public final class ManySignals {
  private static final int MATCHES = 3;

  private static final String HEAD =
      """
      model: %s
      time-zone: Asia/Tokyo
      retention: 180d
      categories:
        browse: { cap: 100 }
      scorecards:
        new-business:
          title: { en: New business }
          warm: { enter: 50, exit: 40 }
          hot: { enter: 100, exit: 80 }
          cooldown: 14d
          require: { human-signals: 0 }
      signals:
      """;

  /** All three match the one page of a section; no two signals of a model may match the same. */
  private static final String[] GLOBS = {"/**", "/*", "/page"};

  /** Short, since a model has 1 MiB at most. */
  private static final String SIGNAL =
      "  s%05d: {on: page-view, path: %s, points: 1, half-life: 14d, category: browse}\n";

  private ManySignals() {}

  /**
   * A model's text.
   *
   * @param signals 3 or more
   */
  public static String yaml(int signals) {
    StringBuilder yaml = new StringBuilder(HEAD.formatted(BenchmarkModel.ID));
    for (int i = 0; i < signals; i++) {
      yaml.append(SIGNAL.formatted(i, section(i / MATCHES) + GLOBS[i % MATCHES]));
    }
    return yaml.toString();
  }

  /** How many sections are visited, so that every view matches three of so many signals. */
  public static int sections(int signals) {
    return signals / MATCHES;
  }

  static String page(int section) {
    return section(section) + "/page";
  }

  private static String section(int number) {
    return String.format(Locale.ROOT, "/s-%05d", number);
  }
}
