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

  /** The hour of the latest report. */
  int sinceHour() {
    return Hours.of(latest().orElseThrow().occurredAt());
  }

  Exclusion exclusion() {
    Report decisive = null;
    for (Report report : reports) {
      boolean decides = report.reason() != Exclusion.NONE || report.kind() == Kind.RECYCLED;
      if (decides && (decisive == null || report.occurredAt() >= decisive.occurredAt())) {
        decisive = report;
      }
    }
    return decisive == null ? Exclusion.NONE : decisive.reason();
  }

  /** Hours of lost deals, each once. */
  List<Integer> lostHours() {
    return reports.stream()
        .filter(report -> report.kind() == Kind.LOST)
        .map(report -> Hours.of(report.occurredAt()))
        .distinct()
        .toList();
  }
}
