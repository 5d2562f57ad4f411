package io.leadpulse.jobs.oracle;

import io.leadpulse.engine.lead.Alert;
import io.leadpulse.engine.lead.ScoreRow;
import io.leadpulse.schemas.HotLeadAlert;
import io.leadpulse.schemas.LeadScore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a score says that no order of arrival may change, in milli-points; the same from the job's
 * records and from the oracle.
 *
 * @param contributions by signal
 */
public record Verdict(long intent, Map<String, Long> contributions) {

  public static Map<String, Verdict> ofRecords(Map<String, LeadScore> rows) {
    Map<String, Verdict> verdicts = new TreeMap<>();
    rows.forEach((key, row) -> verdicts.put(key, of(row)));
    return verdicts;
  }

  public static Map<String, Verdict> ofOracle(Map<String, ScoreRow.Content> rows) {
    Map<String, Verdict> verdicts = new TreeMap<>();
    rows.forEach((key, row) -> verdicts.put(key, of(row)));
    return verdicts;
  }

  private static Verdict of(LeadScore row) {
    Map<String, Long> contributions = new TreeMap<>();
    row.getContributions()
        .forEach(part -> contributions.put(part.getSignal(), part.getMilliPoints()));
    return new Verdict(row.getIntentMilli(), contributions);
  }

  private static Verdict of(ScoreRow.Content row) {
    Map<String, Long> contributions = new TreeMap<>();
    row.score()
        .contributions()
        .forEach(
            part ->
                contributions.put(
                    row.model().signals().get(part.signal()).id(), part.milliPoints()));
    return new Verdict(row.score().intent(), contributions);
  }

  /** Alerts as type, id, cause and intent, sorted: leads have no order among each other. */
  public static List<String> alertsOfRecords(Collection<HotLeadAlert> alerts) {
    List<String> lines = new ArrayList<>();
    for (HotLeadAlert alert : alerts) {
      lines.add(
          line(
              alert.getLeadId(),
              alert.getScorecard(),
              alert.getSequence(),
              alert.getType().name(),
              alert.getAlertId(),
              alert.getCause(),
              alert.getIntentMilli()));
    }
    lines.sort(null);
    return lines;
  }

  public static List<String> alertsOfOracle(Collection<Alert> alerts) {
    List<String> lines = new ArrayList<>();
    for (Alert alert : alerts) {
      lines.add(
          line(
              alert.leadId(),
              alert.scorecard().id(),
              alert.sequence(),
              alert.type().name(),
              alert.alertId(),
              alert.cause(),
              alert.score().intent()));
    }
    lines.sort(null);
    return lines;
  }

  private static String line(Object... parts) {
    return String.join(" ", List.of(parts).stream().map(Object::toString).toList());
  }
}
