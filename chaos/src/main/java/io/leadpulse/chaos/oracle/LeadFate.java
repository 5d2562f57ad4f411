package io.leadpulse.chaos.oracle;

import io.leadpulse.chaos.workload.Entry;
import io.leadpulse.chaos.workload.Entry.Act;
import io.leadpulse.chaos.workload.Entry.Portrait;
import io.leadpulse.chaos.workload.Entry.Report;
import io.leadpulse.chaos.workload.Persona;
import io.leadpulse.engine.lead.Hours;
import io.leadpulse.engine.lead.Outcome;
import io.leadpulse.engine.model.Scorecard;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.model.Signal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One lead from its first record to the end hour, every hour looked at. */
final class LeadFate {
  private static final int NEVER_YET = Integer.MIN_VALUE;

  private final ScoringModel model;
  private final Touches touches;
  private final Sales sales = new Sales();
  private final List<Stay> stays = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private final Set<Portrait> portraits = new HashSet<>();
  private Persona persona = Persona.UNKNOWN;
  private int clock = NEVER_YET;

  LeadFate(ScoringModel model, String leadId, List<Notice> notices) {
    this.model = model;
    touches = new Touches(model.zone());
    for (Scorecard card : model.scorecards()) {
      stays.add(new Stay(model, card, leadId, worth(card), notices));
    }
  }

  private Worth worth(Scorecard card) {
    return new Worth(model, card, touches, sales.markHours());
  }

  Outcome take(Entry entry) {
    if (entry instanceof Portrait portrait) {
      return look(portrait);
    }
    if (entry instanceof Report report) {
      return hear(report);
    }
    return watch((Act) entry);
  }

  /** The workload's leads stay who they are; only their owners change. */
  private Outcome look(Portrait portrait) {
    persona = portrait.persona();
    tellAll();
    Portrait plain =
        new Portrait(portrait.lead(), persona, portrait.owner(), portrait.updatedAt(), 0);
    return portraits.add(plain) ? Outcome.APPLIED : Outcome.DUPLICATE;
  }

  private Outcome hear(Report report) {
    if (!seen.add(report.eventId())) {
      return Outcome.DUPLICATE;
    }
    passUntil(Hours.of(report.occurredAt()));
    sales.add(report);
    tellAll();
    stays.forEach(stay -> stay.pass(clock));
    return Outcome.APPLIED;
  }

  private Outcome watch(Act act) {
    if (!seen.add(act.eventId())) {
      return Outcome.DUPLICATE;
    }
    if (act.deed().isSuspect()) {
      return Outcome.SUSPECT;
    }
    passUntil(Hours.of(act.occurredAt()));
    if (!act.deed().signal().isEmpty()) {
      touches.add(act);
      tellAll();
      for (Stay stay : stays) {
        stay.pass(clock);
        stay.act(clock, handRaise(act));
      }
    }
    return Outcome.APPLIED;
  }

  private String handRaise(Act act) {
    for (Signal signal : model.signals()) {
      if (signal.handRaise() && signal.id().equals(act.deed().signal())) {
        return signal.id();
      }
    }
    return "";
  }

  private void tellAll() {
    for (int i = 0; i < stays.size(); i++) {
      stays.get(i).know(worth(model.scorecards().get(i)), persona, sales);
    }
  }

  /** The lead's clock is the greatest hour that was told of so far. */
  private void passUntil(int hour) {
    if (clock != NEVER_YET) {
      for (int h = clock + 1; h <= hour; h++) {
        for (Stay stay : stays) {
          stay.pass(h);
        }
      }
    }
    clock = Math.max(clock, hour);
  }

  /** Judges the lead at the end hour. */
  void end(String leadId, int endHour, Map<String, Verdict> verdicts) {
    if (clock == NEVER_YET) {
      return;
    }
    passUntil(endHour);
    for (int i = 0; i < stays.size(); i++) {
      Stay stay = stays.get(i);
      stay.pass(endHour);
      Worth.Value value = stay.worth().at(endHour);
      Verdict verdict = new Verdict(value.intent(), value.shares(), stay.isHot());
      if (!verdict.equals(Verdict.NOTHING)) {
        verdicts.put(leadId + " " + model.scorecards().get(i).id(), verdict);
      }
    }
  }
}
