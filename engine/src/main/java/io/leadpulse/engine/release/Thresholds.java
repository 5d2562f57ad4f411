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
   * The thresholds of WARM, which do not depend on the fit.
   *
   * @param base what an extended scorecard has; null if there is none
   */
  static Thresholds readWarm(YamlMapping scorecard, @Nullable Thresholds base) {
    return read(scorecard, "warm", base, false);
  }

  /** The thresholds of HOT. */
  static Thresholds readHot(YamlMapping scorecard, @Nullable Thresholds base) {
    return read(scorecard, "hot", base, true);
  }

  private static Thresholds read(
      YamlMapping scorecard, String tier, @Nullable Thresholds base, boolean byFit) {
    boolean alone = !scorecard.has("extends");
    YamlValue value = alone ? scorecard.require(tier) : scorecard.get(tier);
    YamlMapping mapping = value.mapping(Keys.THRESHOLD);
    YamlValue enter = alone ? mapping.require("enter") : mapping.get("enter");
    YamlValue exit = alone ? mapping.require("exit") : mapping.get("exit");
    Map<Fit, Long> entries =
        byFit && enter.isMapping()
            ? byFit(enter, alone, base)
            : forAll(enter, base == null ? Map.of() : base.enterByFit());
    long left = exit.milli(LEAST, Draft.MAX_MILLI, base == null ? LEAST : base.exit());
    Thresholds read = new Thresholds(entries, left);
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

  private static Map<Fit, Long> byFit(YamlValue value, boolean alone, @Nullable Thresholds base) {
    Map<Fit, Long> enter = new EnumMap<>(Fit.class);
    YamlMapping grades = value.mapping(GRADES.keySet());
    if (alone) {
      GRADES.keySet().forEach(grades::require);
    }
    if (base != null) {
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
