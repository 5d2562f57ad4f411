package io.leadpulse.engine.lead;

import io.leadpulse.engine.model.Scorecard;

/**
 * Lets time pass for the lead at hand: what silence changes until an hour is settled as if timers
 * had fired, and what silence will change next is foreseen.
 */
final class Settlement {
  private static final int PRUNE_EVERY_HOURS = 24;

  private final Situation situation;
  private final Evaluator evaluator;
  private final Step step;
  private final int horizonHours;
  private final Scorecard[] cards;

  Settlement(Situation situation, Evaluator evaluator, Step step) {
    this.situation = situation;
    this.evaluator = evaluator;
    this.step = step;
    horizonHours = situation.model().horizonHours();
    cards = situation.model().scorecards().toArray(Scorecard[]::new);
  }

  /** Moves the lead's clock, after all that was due until then. */
  void advance(int hour) {
    settle(hour);
    LeadState state = situation.state();
    state.clock = hour;
    if (hour - PRUNE_EVERY_HOURS >= state.prunedAt) {
      state.revisable.prune(hour, horizonHours);
      state.prunedAt = hour;
    }
  }

  /** Settles all that is due up to an hour; without it not even the clock moves. */
  void settle(int hour) {
    LeadState state = situation.state();
    if (hour > state.clock) {
      foresee();
    }
    for (int due = state.nextForeseen(); due <= hour; due = state.nextForeseen()) {
      state.clock = Math.max(state.clock, due);
      if (due == state.expiry) {
        expire(state);
      }
      for (int card = 0; card < cards.length; card++) {
        if (isDue(state.standing(cards[card].hash()), due)) {
          evaluator.evaluate(situation.at(card), Cause.TIME, null);
        }
      }
      dropOrphans(state, due);
      foresee();
    }
  }

  private static boolean isDue(Standing standing, int hour) {
    return standing.nextDue <= hour && standing.nextDue != Standing.UNFORESEEN;
  }

  /** Scorecards that this model has no more are nobody's to settle. */
  private static void dropOrphans(LeadState state, int due) {
    for (Standing standing : state.standings) {
      if (isDue(standing, due)) {
        standing.nextDue = Standing.NEVER;
      }
    }
  }

  private void expire(LeadState state) {
    state.revisable.prune(state.clock, horizonHours);
    state.expiry =
        state.ledger.isEmpty() ? Standing.NEVER : state.ledger.latestHour() + 2 * horizonHours + 1;
    for (Scorecard card : cards) {
      Standing standing = state.standing(card.hash());
      if (standing.published && !standing.open) {
        standing.published = false;
        standing.nextDue = Standing.NEVER;
        step.add(new ScoreRow(situation.leadId(), card.id(), null));
      }
    }
  }

  /** Works out when silence changes something next, where that is not known. */
  void foresee() {
    LeadState state = situation.state();
    for (int i = 0; i < state.standings.size(); i++) {
      Standing standing = state.standings.get(i);
      if (standing.nextDue == Standing.UNFORESEEN) {
        standing.nextDue = foreseen(standing);
      }
    }
  }

  private int foreseen(Standing standing) {
    for (int card = 0; card < cards.length; card++) {
      if (cards[card].hash() == standing.scorecard) {
        return evaluator.nextDue(situation.at(card));
      }
    }
    return Standing.NEVER;
  }

  /** Lets the ledger expire a horizon after its latest touch, or soon if none is left. */
  void extendExpiry() {
    LeadState state = situation.state();
    if (!state.ledger.isEmpty()) {
      state.expiry = state.ledger.latestHour() + horizonHours + 1;
    } else {
      state.expiry = isPublished(state) ? state.clock + 1 : Standing.NEVER;
    }
  }

  private static boolean isPublished(LeadState state) {
    for (Standing standing : state.standings) {
      if (standing.published) {
        return true;
      }
    }
    return false;
  }
}
