package io.leadpulse.engine.release;

import io.leadpulse.engine.profile.Fit;
import io.leadpulse.engine.yaml.YamlEntry;
import io.leadpulse.engine.yaml.YamlMapping;
import io.leadpulse.engine.yaml.YamlValue;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a tier is entered and left.
 *
 * @param enterByFit milli-points by grade; a grade that never enters is missing
 * @param exit milli-points
 */
record Thresholds(Map<Fit, Long> enterByFit, long exit) {
  private static final long LEAST = 1;
  private static final String NEVER = "never";
  private static final Map<String, Fit> GRADES = new LinkedHashMap<>();

  static {
    for (Fit grade : List.of(Fit.A, Fit.B, Fit.C, Fit.D)) {
      GRADES.put(grade.name(), grade);
    }
    GRADES.put("unknown", Fit.UNKNOWN);
  }

  /**
   * The thresholds of a tier.
   *
   * @param base what an extended scorecard has; null if there is none
   */
  static Thresholds read(YamlMapping scorecard, String tier, @Nullable Thresholds base) {
    YamlValue value = base == null ? scorecard.require(tier) : scorecard.get(tier);
    YamlMapping mapping = value.mapping(Keys.THRESHOLD);
    YamlValue enter = base == null ? mapping.require("enter") : mapping.get("enter");
    YamlValue exit = base == null ? mapping.require("exit") : mapping.get("exit");
    Map<Fit, Long> byFit =
        enter.isMapping()
            ? byFit(enter, base)
            : forAll(enter, base == null ? Map.of() : base.enterByFit());
    long left = exit.milli(LEAST, Draft.MAX_MILLI, base == null ? LEAST : base.exit());
    Thresholds read = new Thresholds(byFit, left);
    if (read.lowest() < left) {
      value.problem(
          tier + " is left above where it is entered", "make 'exit' at most as high as 'enter'");
    }
    return read;
  }

  private static Map<Fit, Long> forAll(YamlValue value, Map<Fit, Long> inherited) {
    long all = value.milli(LEAST, Draft.MAX_MILLI, 0);
    if (all == 0) {
      return inherited;
    }
    Map<Fit, Long> enter = new EnumMap<>(Fit.class);
    GRADES.values().forEach(grade -> enter.put(grade, all));
    return enter;
  }

  private static Map<Fit, Long> byFit(YamlValue value, @Nullable Thresholds base) {
    Map<Fit, Long> enter = new EnumMap<>(Fit.class);
    YamlMapping grades = value.named("enter").mapping(GRADES.keySet());
    if (base == null) {
      GRADES.keySet().forEach(grades::require);
    } else {
      enter.putAll(base.enterByFit());
    }
    for (YamlEntry entry : grades.entries()) {
      Fit grade = GRADES.get(entry.key());
      if (grade == null) {
        continue;
      }
      if (entry.value().peek().equals(NEVER)) {
        enter.remove(grade);
      } else {
        enter.put(grade, entry.value().milli(LEAST, Draft.MAX_MILLI, Draft.MAX_MILLI));
      }
    }
    return enter;
  }

  /** The lowest entry that any grade has; beyond all numbers if none ever enters. */
  long lowest() {
    return enterByFit.values().stream().mapToLong(Long::longValue).min().orElse(Long.MAX_VALUE);
  }
}
