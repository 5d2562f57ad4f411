package io.leadpulse.chaos.oracle;

import io.leadpulse.chaos.workload.Persona;
import io.leadpulse.engine.model.Audience;
import io.leadpulse.engine.model.HotRule;
import io.leadpulse.engine.model.Scorecard;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.profile.Exclusion;
import java.util.List;

/** One lead's stays in HOT on one scorecard, and what sales is told of them. */
final class Stay {
  private final ScoringModel model;
  private final Scorecard card;
  private final HotRule rule;
  private final String leadId;
  private final List<Notice> notices;
  private Worth worth;
  private Persona persona = Persona.UNKNOWN;
  private Sales sales = new Sales();
  private boolean hot;
  private boolean told;
  private int entryHour = Integer.MIN_VALUE;
  private int keptUntil = Integer.MIN_VALUE;
  private int coolUntil = Integer.MIN_VALUE;
  private int sequence;
  private long lastTold;

  Stay(ScoringModel model, Scorecard card, String leadId, Worth nothing, List<Notice> notices) {
    this.model = model;
    this.card = card;
    this.leadId = leadId;
    this.notices = notices;
    rule = card.hot();
    worth = nothing;
  }

  void know(Worth newWorth, Persona newPersona, Sales newSales) {
    worth = newWorth;
    persona = newPersona;
    sales = newSales;
  }

  boolean isHot() {
    return hot;
  }

  Worth worth() {
    return worth;
  }

  private boolean isExcluded() {
    Exclusion bySales = sales.exclusion();
    return model.exclusions().contains(bySales == Exclusion.NONE ? persona.exclusion() : bySales);
  }

  private boolean isForCustomers() {
    return card.audience() == Audience.CUSTOMERS;
  }

  private boolean isHeld() {
    return sales.isHeld() && !(isForCustomers() && sales.isCustomer());
  }

  private boolean isFree() {
    return !isHeld() && !isStranger();
  }

  private boolean isStranger() {
    return isForCustomers() && !sales.isCustomer();
  }

  /** Lets an hour pass: the stay may be over. */
  void pass(int hour) {
    if (!hot || hour < keptUntil) {
      return;
    }
    long intent = worth.intentAt(hour);
    boolean below = intent < rule.exit();
    if (!below && !isExcluded()) {
      return;
    }
    hot = false;
    coolUntil = hour + rule.cooldownHours();
    lastTold = 0;
    if (told) {
      sequence++;
      tell(episodeId() + ":COOLED:" + sequence, below ? "below-exit" : "excluded", intent);
    }
    told = false;
  }

  /** Takes note of an act that a signal matched. */
  void act(int hour, String handRaise) {
    boolean raisesHand = !handRaise.isEmpty();
    long intent = worth.intentAt(hour);
    if (raisesHand && (hot || !isStranger())) {
      keptUntil = Math.max(keptUntil, hour + rule.handRaiseKeepsHours());
    }
    if (hot) {
      goOn(hour, intent, handRaise);
    } else if (raisesHand && !isStranger()) {
      if (passesGate() && isHeld()) {
        keptUntil = Integer.MIN_VALUE;
        update("hand-raise:" + handRaise, intent);
      } else if (passesGate()) {
        open(hour);
        raise("hand-raise:" + handRaise, intent);
      }
    } else if (mayEnter(hour, intent)) {
      if (isHeld()) {
        news(intent);
      } else {
        open(hour);
        if (hour >= coolUntil) {
          raise("threshold", intent);
        }
      }
    }
  }

  private void goOn(int hour, long intent, String handRaise) {
    if (told && !handRaise.isEmpty()) {
      update("hand-raise:" + handRaise, intent);
    } else if (told) {
      news(intent);
    } else if (isFree() && !handRaise.isEmpty()) {
      raise("hand-raise:" + handRaise, intent);
    } else if (isFree() && hour >= coolUntil) {
      raise("pending-after-cooldown", intent);
    }
  }

  private boolean passesGate() {
    return rule.gates().isEmpty() || persona.passesGate();
  }

  /** All conditions but that of sales' hands. */
  private boolean mayEnter(int hour, long intent) {
    if (intent < rule.enter(persona.fit()) || !passesGate() || isExcluded() || isStranger()) {
      return false;
    }
    Worth.Value value = worth.at(hour);
    return value.distinct() >= rule.distinctSignals() && value.human() >= rule.humanSignals();
  }

  private void open(int hour) {
    hot = true;
    told = false;
    sequence = 0;
    entryHour = Math.max(hour, entryHour + 1);
  }

  private void raise(String cause, long intent) {
    told = true;
    lastTold = intent;
    tell(episodeId(), cause, intent);
  }

  /** Only what is half as much again. */
  private void news(long intent) {
    if (2 * intent >= 3 * lastTold) {
      update(isHeld() ? "held-activity" : "intent-up", intent);
    }
  }

  private void update(String cause, long intent) {
    sequence++;
    lastTold = intent;
    String id = told ? episodeId() : Notice.id(leadId, card.id(), "held\n" + sales.sinceHour());
    tell(id + ":UPDATED:" + sequence, cause, intent);
  }

  private String episodeId() {
    return Notice.id(leadId, card.id(), Integer.toString(entryHour));
  }

  private void tell(String messageId, String cause, long intent) {
    notices.add(new Notice(messageId, leadId, card.id(), cause, intent));
  }
}
