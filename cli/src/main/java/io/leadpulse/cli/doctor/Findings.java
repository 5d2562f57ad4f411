package io.leadpulse.cli.doctor;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was found so far, one finding for each check. */
final class Findings {
  private final Map<Check, Finding> found = new EnumMap<>(Check.class);

  void ok(Check check, String seen, Object... values) {
    add(check, Severity.ok, seen, values);
  }

  void warning(Check check, String seen, Object... values) {
    add(check, Severity.warning, seen, values);
  }

  void problem(Check check, String seen, Object... values) {
    add(check, Severity.problem, seen, values);
  }

  void notChecked(Check check, String why, Object... values) {
    add(check, Severity.not_checked, why, values);
  }

  /** The same finding for those of the checks that have none yet. */
  void notChecked(Collection<Check> checks, String why) {
    for (Check check : checks) {
      found.putIfAbsent(check, Finding.of(check, Severity.not_checked, why));
    }
  }

  void add(Check check, Severity severity, String seen, Object... values) {
    String text = values.length == 0 ? seen : seen.formatted(values);
    found.put(check, Finding.of(check, severity, text));
  }

  /** All of them in the order of the checks; none is left out. */
  List<Finding> list() {
    notChecked(List.of(Check.values()), "nothing looked at it");
    return List.copyOf(found.values());
  }
}
