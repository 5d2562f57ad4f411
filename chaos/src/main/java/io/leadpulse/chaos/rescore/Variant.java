package io.leadpulse.chaos.rescore;

import io.leadpulse.engine.release.Release;
import java.util.SplittableRandom;

/**
 * One model of a family: the same behaviours, with weights, half-lives, caps, thresholds and a
 * damper of its own. So each of them holds for all history at once.
 *
 * @param hotEnter points
 * @param hotExit points
 */
record Variant(String yaml, int hotEnter, int hotExit) {
  static final String MODEL = "rescore";
  static final String SCORECARD = "sales";

  /** Of {@code require:} in the text. */
  static final int DISTINCT_SIGNALS = 2;

  private static final String TEXT =
      """
      model: rescore
      time-zone: Asia/Tokyo
      retention: 60d
      categories:
        ask: { cap: %d }
        buying: { cap: %d }
        browse: { cap: %d }
      signals:
        document-request:
          { on: form-submit, form: document-request, once-per: asset, human: true,
            points: %d, half-life: %dh, per-day: 2, category: ask }
        white-paper:
          { on: file-download, once-per: asset, human: true,
            points: %d, half-life: %dh, category: buying }
        price-page:
          { on: page-view, path: /pricing/**,
            points: %d, half-life: %dh, per-day: 3, category: buying }
        careers-page: { on: page-view, path: /careers/**, points: 0 }
        other-page:
          { on: page-view, otherwise: true,
            points: %d, half-life: %dh, per-day: 4, category: browse }
      dampers:
        careers: { signals: careers-page, days: 1, lasts: 6d, factor: 0.%d }
      scorecards:
        sales:
          warm: { enter: %d, exit: %d }
          hot: { enter: %d, exit: %d }
          cooldown: 2d
          require: { distinct-signals: 2, human-signals: 1 }
      """;

  /** The one of a version, from the seed. */
  static Variant of(long seed, long version) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + version);
    int enter = 35 + random.nextInt(45);
    int exit = enter * (60 + random.nextInt(30)) / 100;
    int warm = exit * 3 / 4;
    String yaml =
        TEXT.formatted(
            60 + random.nextInt(90),
            40 + random.nextInt(60),
            10 + random.nextInt(30),
            25 + random.nextInt(35),
            halfLife(random),
            10 + random.nextInt(20),
            halfLife(random),
            8 + random.nextInt(20),
            halfLife(random),
            1 + random.nextInt(4),
            halfLife(random),
            3 + random.nextInt(6),
            warm,
            warm - 3,
            enter,
            exit);
    return new Variant(yaml, enter, exit);
  }

  /** Two to twenty days. */
  private static int halfLife(SplittableRandom random) {
    return 48 + 12 * random.nextInt(36);
  }

  Release release(long version, long effectiveAt) {
    return Release.of(MODEL, version, effectiveAt, yaml);
  }
}
