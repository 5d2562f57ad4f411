package io.leadpulse.engine.account;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.bytes.ByteSource;
import io.leadpulse.engine.lead.Tier;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is kept of an account beside its leads; of a bounded size, however many they are. Filled and
 * read by its {@link AccountScorer}.
 */
public final class AccountState {
  private static final int VERSION = 1;
  private static final Tier[] TIERS = Tier.values();

  /** The newest hour seen, hours since the epoch. */
  int clock = Integer.MIN_VALUE;

  private String company = "";
  private int timerHour = Integer.MAX_VALUE;

  /** When the leads were last active, epoch milliseconds. */
  Ranking activity = new Ranking();

  final Map<String, Card> cards = new TreeMap<>();

  /** What is kept for one scorecard. */
  static final class Card {
    /** Milli-points of the leads. */
    Ranking intents = new Ranking();

    /** Leads with a score. */
    int persons;

    Tier tier = Tier.COLD;

    /** Number of the newest stay in HOT, from 1; 0 before the first. */
    int episode;

    /** What was published last, milli-points; -1 for nothing. */
    long told = -1;

    int toldPersons;
    int toldActive;
  }

  Card card(String scorecard) {
    return cards.computeIfAbsent(scorecard, any -> new Card());
  }

  /** Its name as told last; empty if none was. */
  public String company() {
    return company;
  }

  public void company(String name) {
    company = name;
  }

  /** The hour of the earliest registered timer, {@link Integer#MAX_VALUE} for none. */
  public int timerHour() {
    return timerHour;
  }

  public void timerHour(int hour) {
    timerHour = hour;
  }

  /** Whether nothing is left of it that would be missed. */
  public boolean isEmpty() {
    return cards.isEmpty();
  }

  public byte[] toBytes() {
    ByteSink out = new ByteSink();
    out.fixed8(VERSION);
    out.signed(clock);
    out.signed(timerHour);
    out.text(company);
    activity.write(out);
    out.unsigned(cards.size());
    cards.forEach(
        (scorecard, card) -> {
          out.text(scorecard);
          card.intents.write(out);
          out.unsigned(card.persons);
          out.fixed8(card.tier.ordinal());
          out.unsigned(card.episode);
          out.signed(card.told);
          out.unsigned(card.toldPersons);
          out.unsigned(card.toldActive);
        });
    return out.toBytes();
  }

  /**
   * The state as it was written.
   *
   * @throws IllegalStateException if the bytes come from a later release
   */
  public static AccountState of(byte[] bytes) {
    ByteSource in = new ByteSource(bytes);
    int version = in.fixed8();
    if (version != VERSION) {
      throw new IllegalStateException("account in layout " + version);
    }
    AccountState state = new AccountState();
    state.clock = (int) in.signed();
    state.timerHour = (int) in.signed();
    state.company = in.text();
    state.activity = Ranking.read(in);
    for (int left = in.count(); left > 0; left--) {
      Card card = state.card(in.text());
      card.intents = Ranking.read(in);
      card.persons = in.count();
      card.tier = TIERS[in.fixed8()];
      card.episode = in.count();
      card.told = in.signed();
      card.toldPersons = in.count();
      card.toldActive = in.count();
    }
    return state;
  }
}
