package io.leadpulse.engine.handoff;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.bytes.ByteSource;
import java.time.YearMonth;
import java.util.Comparator;

/**
 * What a row of a team's funnel counts.
 *
 * @param month in which the leads became hot; of {@link Dimension#ACTIVITY}, in which sales did it
 * @param scorecard empty of {@link Dimension#ACTIVITY}
 * @param modelVersion 0 of {@link Dimension#ACTIVITY}
 * @param value of the dimension; empty if that has none
 */
public record FunnelKey(
    YearMonth month, String scorecard, long modelVersion, Dimension dimension, String value) {
  static final Comparator<FunnelKey> ORDER =
      Comparator.comparing(FunnelKey::month)
          .thenComparing(FunnelKey::scorecard)
          .thenComparingLong(FunnelKey::modelVersion)
          .thenComparing(FunnelKey::dimension)
          .thenComparing(FunnelKey::value);

  private static final Dimension[] DIMENSIONS = Dimension.values();

  /** By what leads are told apart. */
  public enum Dimension {
    ALL("all"),
    SIGNAL("signal"),
    SOURCE("source"),
    FIT("fit"),
    /** Not leads, but what sales reported. */
    ACTIVITY("activity");

    private final String term;

    Dimension(String term) {
      this.term = term;
    }

    /** The name in records. */
    public String term() {
      return term;
    }
  }

  static FunnelKey activity(YearMonth month) {
    return new FunnelKey(month, "", 0, Dimension.ACTIVITY, "");
  }

  void write(ByteSink out) {
    out.signed(month.getYear());
    out.fixed8(month.getMonthValue());
    out.text(scorecard);
    out.signed(modelVersion);
    out.fixed8(dimension.ordinal());
    out.text(value);
  }

  static FunnelKey read(ByteSource in) {
    return new FunnelKey(
        YearMonth.of(Math.toIntExact(in.signed()), in.fixed8()),
        in.text(),
        in.signed(),
        DIMENSIONS[in.fixed8()],
        in.text());
  }
}
