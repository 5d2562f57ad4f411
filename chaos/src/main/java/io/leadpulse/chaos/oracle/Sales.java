package io.leadpulse.chaos.oracle;

import io.leadpulse.chaos.workload.Entry.Report;
import io.leadpulse.engine.lead.Hours;
import io.leadpulse.engine.lead.SalesActivity.Kind;
import io.leadpulse.engine.profile.Exclusion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What sales reported of a lead, and what follows from all of it by the time it tells of. */
final class Sales {
  private static final Set<Kind> IN_HAND =
      EnumSet.of(Kind.ACCEPTED, Kind.CONTACTED, Kind.MEETING, Kind.QUALIFIED, Kind.WON);

  private static final Set<Kind> GIVEN_BACK = EnumSet.of(Kind.LOST, Kind.RECYCLED);

  private final List<Report> reports = new ArrayList<>();

  void add(Report report) {
    reports.add(report);
  }

  private Optional<Report> latest() {
    return reports.stream()
        .max(Comparator.comparingLong(Report::occurredAt).thenComparing(Report::kind));
  }

  boolean isHeld() {
    return latest().filter(report -> IN_HAND.contains(report.kind())).isPresent();
  }

  boolean isCustomer() {
    return latest().filter(report -> report.kind() == Kind.WON).isPresent();
  }

  /** The hour of the latest report. */
  int sinceHour() {
    return Hours.of(latest().orElseThrow().occurredAt());
  }

  Exclusion exclusion() {
    return reports.stream()
        .filter(report -> report.reason() != Exclusion.NONE || report.kind() == Kind.RECYCLED)
        .max(
            Comparator.comparingLong(Report::occurredAt)
                .thenComparing(Report::kind)
                .thenComparing(Report::reason))
        .map(Report::reason)
        .orElse(Exclusion.NONE);
  }

  /** Hours of lost deals and of leads given back, each once. */
  List<Integer> markHours() {
    return reports.stream()
        .filter(report -> GIVEN_BACK.contains(report.kind()))
        .map(report -> Hours.of(report.occurredAt()))
        .distinct()
        .toList();
  }
}
