package io.leadpulse.engine.account;

import io.leadpulse.engine.account.AccountRules.Threshold;
import io.leadpulse.engine.account.AccountState.Card;
import io.leadpulse.engine.account.Ranking.Place;
import io.leadpulse.engine.lead.Hours;
import io.leadpulse.engine.lead.Tier;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Scores accounts: the intents of the best leads, each weighted by its rank, and a bonus for every
 * further lead that is active. Costs the same for an account of ten thousand leads as for one of
 * ten.
 */
public final class AccountScorer {
  private final AccountRules rules;

  public AccountScorer(AccountRules rules) {
    this.rules = rules;
  }

  /** Takes what became of a lead; the rows to be published. */
  public List<AccountRow> onMember(AccountState state, Members members, MemberUpdate update) {
    Member before = members.get(update.leadId());
    Member known = before == null ? Member.NOBODY : before;
    Member member = update.isGone() ? Member.NOBODY : known.with(update);
    if (member.isGone()) {
      members.remove(update.leadId());
    } else {
      members.put(update.leadId(), member);
    }
    state.clock = Math.max(state.clock, update.hour());
    boolean incomplete = rank(state, update.leadId(), known, member);
    if (incomplete) {
      rankAll(state, members);
    }
    return evaluate(state);
  }

  /**
   * Puts a lead where it belongs now.
   *
   * @return whether all leads have to be looked at
   */
  private boolean rank(AccountState state, String leadId, Member before, Member now) {
    int depth = rules.depth();
    long activeAt = now.isGone() ? Long.MIN_VALUE : now.activeAt();
    boolean incomplete = state.activity.put(leadId, activeAt, depth);
    Set<String> scorecards = new TreeSet<>(before.intents().keySet());
    scorecards.addAll(now.intents().keySet());
    for (String scorecard : scorecards) {
      long old = before.intent(scorecard);
      long intent = now.intent(scorecard);
      if (old == intent) {
        continue;
      }
      Card card = state.card(scorecard);
      card.persons += (intent > 0 ? 1 : 0) - (old > 0 ? 1 : 0);
      incomplete |= card.intents.put(leadId, intent > 0 ? intent : Long.MIN_VALUE, depth);
    }
    return incomplete;
  }

  private void rankAll(AccountState state, Members members) {
    state.activity.clear();
    state.cards.values().forEach(card -> card.intents.clear());
    int depth = rules.depth();
    members.forEach(
        (leadId, member) -> {
          state.activity.put(leadId, member.activeAt(), depth);
          member
              .intents()
              .forEach((card, intent) -> state.card(card).intents.put(leadId, intent, depth));
        });
  }

  /** Takes the time; the rows to be published because leads are not active any more. */
  public List<AccountRow> onTime(AccountState state, int hour) {
    state.clock = Math.max(state.clock, hour);
    return evaluate(state);
  }

  /**
   * The first hour at which silence changes a score.
   *
   * @return {@link Integer#MAX_VALUE} for never
   */
  public int nextDue(AccountState state) {
    int active = active(state);
    return active < 2 ? Integer.MAX_VALUE : endOf(state.activity.places().get(active - 1));
  }

  /** The first hour in which a lead is not active any more. */
  private int endOf(Place activity) {
    return Hours.of(activity.value()) + rules.activeHours();
  }

  /** Leads that are active, one more than count for the bonus at most. */
  private int active(AccountState state) {
    int active = 0;
    for (Place place : state.activity.places()) {
      if (active > rules.mostColleagues() || endOf(place) <= state.clock) {
        break;
      }
      active++;
    }
    return active;
  }

  private List<AccountRow> evaluate(AccountState state) {
    List<AccountRow> rows = new ArrayList<>();
    int active = active(state);
    Iterator<Map.Entry<String, Card>> cards = state.cards.entrySet().iterator();
    while (cards.hasNext()) {
      Map.Entry<String, Card> entry = cards.next();
      Card card = entry.getValue();
      if (card.persons == 0) {
        // Its episode goes with it: a company that is nobody's any more begins anew.
        cards.remove();
        if (card.told >= 0) {
          rows.add(new AccountRow(entry.getKey(), null));
        }
      } else {
        evaluate(entry.getKey(), card, active, state.clock, rows);
      }
    }
    return rows;
  }

  private void evaluate(String scorecard, Card card, int active, int hour, List<AccountRow> rows) {
    long score = score(card, active);
    Tier tier = tier(card, score);
    boolean changed =
        card.told < 0
            || tier != card.tier
            || score != card.told
            || card.persons != card.toldPersons
            || active != card.toldActive;
    if (tier == Tier.HOT && card.tier != Tier.HOT) {
      card.episode++;
    }
    card.tier = tier;
    if (changed) {
      card.told = score;
      card.toldPersons = card.persons;
      card.toldActive = active;
      rows.add(new AccountRow(scorecard, content(card, score, active, hour)));
    }
  }

  private long score(Card card, int active) {
    long sum = 0;
    List<Place> best = card.intents.places();
    for (int rank = 0; rank < Math.min(best.size(), rules.weightsMilli().size()); rank++) {
      sum += best.get(rank).value() * rules.weightsMilli().get(rank) / 1_000;
    }
    int further = Math.min(Math.max(active - 1, 0), rules.mostColleagues());
    return sum + further * rules.colleagueMilli();
  }

  private Tier tier(Card card, long score) {
    boolean enough = card.persons >= rules.leastPersons();
    if (enough && isIn(rules.hot(), card.tier == Tier.HOT, score)) {
      return Tier.HOT;
    }
    return isIn(rules.warm(), card.tier != Tier.COLD, score) ? Tier.WARM : Tier.COLD;
  }

  private static boolean isIn(Threshold threshold, boolean inside, long score) {
    return score >= (inside ? threshold.exit() : threshold.enter());
  }

  private AccountRow.Content content(Card card, long score, int active, int hour) {
    List<AccountRow.Lead> leads =
        card.intents.places().stream()
            .limit(rules.weightsMilli().size())
            .map(place -> new AccountRow.Lead(place.leadId(), place.value()))
            .toList();
    return new AccountRow.Content(
        score, card.tier, card.episode, card.persons, active, leads, hour);
  }

  /**
   * The other leads of the account that were active lately, the latest first.
   *
   * @param leadId who is not to be among them
   * @param hour up to which time has come, hours since the epoch
   */
  public List<Colleague> colleagues(
      AccountState state, Members members, String leadId, String scorecard, int hour) {
    List<Colleague> colleagues = new ArrayList<>();
    int now = Math.max(state.clock, hour);
    for (Place place : state.activity.places()) {
      if (colleagues.size() == rules.mostColleagues() || endOf(place) <= now) {
        break;
      }
      Member member = place.leadId().equals(leadId) ? null : members.get(place.leadId());
      if (member != null) {
        colleagues.add(new Colleague(place.leadId(), member.intent(scorecard), member.activeAt()));
      }
    }
    return colleagues;
  }
}
