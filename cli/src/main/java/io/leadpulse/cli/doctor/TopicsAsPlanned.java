package io.leadpulse.cli.doctor;

import io.leadpulse.cli.topics.Change;
import io.leadpulse.cli.topics.Change.Kind;
import io.leadpulse.cli.topics.Drift;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Whether the topics are as planned; {@code topics plan} tells more. */
final class TopicsAsPlanned implements Examination {
  private final Supplier<Drift> drift;

  TopicsAsPlanned(Supplier<Drift> drift) {
    this.drift = drift;
  }

  @Override
  public Set<Check> checks() {
    return EnumSet.of(
        Check.TOPICS_MISSING,
        Check.TOPICS_SETTINGS,
        Check.TOPICS_PARTITIONS,
        Check.TOPICS_UNPLANNED);
  }

  @Override
  public void examine(Findings findings) {
    Drift found = drift.get();
    judge(findings, Check.TOPICS_MISSING, Severity.problem, found, Kind.missing);
    judge(findings, Check.TOPICS_SETTINGS, Severity.problem, found, Kind.setting);
    judge(
        findings,
        Check.TOPICS_PARTITIONS,
        Severity.warning,
        found,
        Kind.too_few_partitions,
        Kind.too_many_partitions);
    if (found.unplanned().isEmpty()) {
      findings.ok(Check.TOPICS_UNPLANNED, "nothing");
    } else {
      findings.warning(Check.TOPICS_UNPLANNED, "%s", String.join(", ", found.unplanned()));
    }
  }

  private static void judge(
      Findings findings, Check check, Severity severity, Drift drift, Kind... kinds) {
    List<Kind> wanted = List.of(kinds);
    List<String> seen =
        drift.changes().stream()
            .filter(change -> wanted.contains(change.what()))
            .map(Change::toString)
            .toList();
    if (seen.isEmpty()) {
      findings.ok(check, "none of %d topics under '%s'", drift.topics(), drift.prefix());
    } else {
      findings.add(check, severity, "%s", String.join(", ", seen));
    }
  }
}
