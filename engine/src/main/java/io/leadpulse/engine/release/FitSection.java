package io.leadpulse.engine.release;

import io.leadpulse.engine.model.FitRule;
import io.leadpulse.engine.profile.Fit;
import io.leadpulse.engine.yaml.YamlMapping;
import io.leadpulse.engine.yaml.YamlValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the fit rules of a model. */
final class FitSection {
  private static final int MAX_RULES = 256;

  private static final Map<String, Fit> GRADES = new LinkedHashMap<>();

  static {
    for (Fit grade : List.of(Fit.A, Fit.B, Fit.C, Fit.D)) {
      GRADES.put(grade.name(), grade);
    }
  }

  private FitSection() {}

  static List<FitRule> read(YamlValue section, Draft draft) {
    List<FitRule> rules = new ArrayList<>();
    Set<String> conditions = new HashSet<>();
    if (section.items().size() > MAX_RULES) {
      section.problem(section.items().size() + " rules are more than " + MAX_RULES, "join some");
    }
    for (YamlValue item : section.items()) {
      YamlMapping mapping = item.named("fit rule").mapping(Keys.FIT_RULE);
      Fit grade = mapping.require("grade").choice(GRADES, Fit.D);
      YamlValue when = mapping.require("when");
      String source = draft.profileCondition(when);
      if (!source.isEmpty() && !conditions.add(source.strip())) {
        when.problem("an earlier rule has this condition: this one never wins", "remove one");
      }
      rules.add(new FitRule(grade, source));
    }
    return rules;
  }
}
