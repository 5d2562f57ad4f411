package io.leadpulse.chaos.identity;

import io.leadpulse.chaos.identity.Published.Doubt;
import io.leadpulse.chaos.people.Account;
import io.leadpulse.chaos.stage.Board;
import io.leadpulse.chaos.stage.ColdReplay;
import io.leadpulse.chaos.stage.Findings;
import io.leadpulse.chaos.stage.Outcomes.Place;
import io.leadpulse.cli.stack.OutcomeTotals;
import io.leadpulse.engine.lead.Outcome;
import io.leadpulse.engine.lead.ScoreRow;
import io.leadpulse.jobs.record.SourceTopic;
import io.leadpulse.schemas.AlertType;
import io.leadpulse.schemas.HotLeadAlert;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds what the job published against the truth. */
final class Comparison {
  private final Truth truth;
  private final Published published;
  private final Findings findings = new Findings();

  Comparison(Truth truth, Published published) {
    this.truth = truth;
    this.published = published;
  }

  /** The first of what was found, for people. */
  List<String> examples() {
    return findings.examples();
  }

  /**
   * Persons and scorecards that have not the one row that they should have, under any of the
   * person's ids.
   */
  long differences(Collection<String> scorecards) {
    Findings.Kind kind = findings.kind("row");
    Map<Board.Place, List<Board.Place>> places = new HashMap<>();
    for (String person : truth.persons()) {
      scorecards.forEach(card -> places.put(new Board.Place(person, card), new ArrayList<>()));
    }
    for (Board.Place place : published.rows().keySet()) {
      String person = truth.kinship().personOf(place.leadId());
      places
          .computeIfAbsent(new Board.Place(person, place.scorecard()), any -> new ArrayList<>())
          .add(place);
    }
    places.forEach((person, found) -> compare(person, found, kind));
    return kind.count();
  }

  private void compare(Board.Place person, List<Board.Place> found, Findings.Kind kind) {
    if (found.size() > 1) {
      kind.add("%s has several: %s", person, found);
      return;
    }
    Board.Row row = found.isEmpty() ? null : published.rows().get(found.get(0));
    if (truth.kinship().isErased(person.leadId())) {
      if (row != null) {
        kind.add("%s is erased and has %s", person, row);
      }
      return;
    }
    int hour = row == null ? Integer.MIN_VALUE : row.hour();
    ScoreRow.Content wanted = truth.at(person.leadId(), person.scorecard(), hour);
    if (!agrees(row, wanted)) {
      kind.add("%s: wanted %s, found %s as %s", person, text(wanted), row, found);
    }
  }

  /** Where a cap cuts, what makes up an intent may change without the intent, and is not told. */
  private static boolean agrees(Board.@Nullable Row row, ScoreRow.@Nullable Content wanted) {
    long intent = row == null ? 0 : row.intent();
    if (wanted == null || row == null) {
      return intent == (wanted == null ? 0 : wanted.score().intent());
    }
    return intent == wanted.score().intent()
        && (!wanted.score().cuts().isEmpty()
            || row.contributions().equals(ColdReplay.contributions(wanted)));
  }

  private static String text(ScoreRow.@Nullable Content content) {
    return content == null
        ? "nothing"
        : content.score().intent() + " of " + ColdReplay.contributions(content);
  }

  /**
   * Engagements of persons not erased whose last verdict is not the right one. Of copies it is
   * enough that one is told of: an input that has to go back and forth may be overtaken by its
   * copy.
   */
  long wrongSuspects() {
    Findings.Kind kind = findings.kind("verdict");
    for (List<Place> copies : truth.engagements()) {
      boolean wanted = copies.stream().anyMatch(truth::isSuspect);
      boolean found = copies.stream().anyMatch(this::isToldSuspect);
      if (wanted != found) {
        kind.add(
            "%s: wanted %s, told %s", copies, wanted, copies.stream().map(this::doubts).toList());
      }
    }
    return kind.count();
  }

  private boolean isToldSuspect(Place place) {
    List<Doubt> doubts = doubts(place);
    return !doubts.isEmpty() && doubts.get(doubts.size() - 1).suspect();
  }

  private List<Doubt> doubts(Place place) {
    return published.doubts().getOrDefault(place, List.of());
  }

  /**
   * Engagements that became suspects when they had counted.
   *
   * @param restedAt by chapter, when all that was sent by then had come to its outcome, epoch
   *     milliseconds
   */
  long retractions(List<Long> restedAt) {
    return published.doubts().entrySet().stream()
        .filter(entry -> isRetracted(entry.getValue(), restedAt.get(truth.chapter(entry.getKey()))))
        .count();
  }

  private static boolean isRetracted(List<Doubt> doubts, long restedAt) {
    return doubts.stream()
        .anyMatch(doubt -> doubt.suspect() && doubt.moved() && doubt.at() > restedAt);
  }

  /** Companies and scorecards that have not the row that the rows of their leads add up to. */
  long wrongCompanies() {
    Findings.Kind kind = findings.kind("company");
    published.companies().compare(kind);
    return kind.count();
  }

  /** Messages that came again. */
  long alertsTwice() {
    Findings.Kind kind = findings.kind("alert twice");
    Set<String> ids = new HashSet<>();
    for (HotLeadAlert alert : published.alerts()) {
      if (!ids.add(alert.getMessageId())) {
        kind.add("%s of %s, %s", alert.getMessageId(), alert.getLeadId(), alert.getCause());
      }
    }
    return kind.count();
  }

  /** Alerts about persons erased that nobody took back. */
  long neverRecalled() {
    Findings.Kind kind = findings.kind("alert never taken back");
    Map<String, HotLeadAlert> open = new HashMap<>();
    for (HotLeadAlert alert : published.alerts()) {
      if (alert.getType() == AlertType.RAISED && truth.kinship().isErased(alert.getLeadId())) {
        open.put(alert.getAlertId(), alert);
      }
    }
    for (HotLeadAlert alert : published.alerts()) {
      if (alert.getType() == AlertType.RECALLED || alert.getType() == AlertType.COOLED) {
        open.remove(alert.getAlertId());
      }
    }
    open.values().forEach(alert -> kind.add("%s of %s", alert.getAlertId(), alert.getLeadId()));
    return kind.count();
  }

  /** Alerts taken back for a cause such as {@code erased}. */
  long recalled(String cause) {
    return published.alerts().stream()
        .filter(alert -> alert.getType() == AlertType.RECALLED && alert.getCause().equals(cause))
        .count();
  }

  /**
   * Source topics whose records did not come to the outcomes that they should. What became of a
   * merge hangs on the order of several, so of changes of identity only the sum is known.
   */
  long outcomesOff(Account account, OutcomeTotals totals) {
    Findings.Kind kind = findings.kind("outcomes");
    for (SourceTopic topic : SourceTopic.values()) {
      Map<String, Long> found = totals.bySource().getOrDefault(topic.baseName(), Map.of());
      long sum = found.values().stream().mapToLong(Long::longValue).sum();
      if (sum != account.sent(topic) || (topic != SourceTopic.IDENTITY && isOff(topic, found))) {
        kind.add(
            "%s: %d sent, wanted %s and %d that may be erased, found %s",
            topic.baseName(), account.sent(topic), truth.certain(topic), truth.open(topic), found);
      }
    }
    return kind.count();
  }

  private boolean isOff(SourceTopic topic, Map<String, Long> found) {
    for (Outcome outcome : Outcome.values()) {
      long more =
          found.getOrDefault(outcome.term(), 0L) - truth.certain(topic).getOrDefault(outcome, 0L);
      if (more < 0 || more > truth.open(topic)) {
        return true;
      }
    }
    return false;
  }
}
