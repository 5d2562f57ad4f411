package io.leadpulse.engine.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.lead.Hours;
import io.leadpulse.engine.lead.Tier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccountScorerTest {
  private static final int CASES = Integer.getInteger("account.cases", 300);
  private static final List<String> CARDS = List.of("north", "south");
  private static final int NOW = 500_000;
  private static final int DAY = 24;

  private final AccountScorer scorer = new AccountScorer(AccountRules.DEFAULT);
  private final Roll members = new Roll();
  private AccountState state = new AccountState();
  private final Map<String, AccountRow.Content> rows = new TreeMap<>();

  /** The members in memory; counts how often all were looked at. */
  private static final class Roll implements Members {
    final Map<String, Member> members = new HashMap<>();
    int scans;

    @Override
    public @Nullable Member get(String leadId) {
      return members.get(leadId);
    }

    @Override
    public void put(String leadId, Member member) {
      members.put(leadId, Member.of(member.toBytes()));
    }

    @Override
    public void remove(String leadId) {
      members.remove(leadId);
    }

    @Override
    public void forEach(BiConsumer<String, Member> visitor) {
      scans++;
      members.forEach(visitor);
    }
  }

  private void tell(String lead, int hour, String card, long intent) {
    take(
        scorer.onMember(
            state,
            members,
            new MemberUpdate(lead, hour, Hours.startMillis(hour), Map.of(card, intent), false)));
  }

  private void take(List<AccountRow> told) {
    for (AccountRow row : told) {
      if (row.content() == null) {
        rows.remove(row.scorecard());
      } else {
        rows.put(row.scorecard(), row.content());
      }
    }
  }

  private AccountRow.Content row() {
    return rows.get("north");
  }

  @Test
  void ranksWeighLessAndActiveLeadsAddABonus() {
    tell("ada", NOW, "north", 100_000);
    assertThat(row().scoreMilli()).isEqualTo(100_000);
    tell("bob", NOW, "north", 50_000);
    tell("cyd", NOW, "north", 80_000);
    assertThat(row().scoreMilli()).isEqualTo(100_000 + 48_000 + 20_000 + 20_000);
    assertThat(row().leads())
        .extracting(AccountRow.Lead::leadId)
        .containsExactly("ada", "cyd", "bob");
  }

  @Test
  void itTakesTwoToBeHot() {
    tell("ada", NOW, "north", 200_000);
    assertThat(row().tier()).isEqualTo(Tier.WARM);
    tell("bob", NOW, "north", 1);
    assertThat(row().tier()).isEqualTo(Tier.HOT);
    assertThat(row().episode()).isOne();
    tell("ada", NOW, "north", 100_000);
    assertThat(row().tier()).as("110 with the bonus").isEqualTo(Tier.HOT);
    tell("ada", NOW, "north", 99_000);
    assertThat(row().tier()).isEqualTo(Tier.WARM);
    tell("ada", NOW, "north", 200_000);
    assertThat(row().episode()).isEqualTo(2);
  }

  @Test
  void theBonusGoesWhenNobodyComesAnyMore() {
    tell("ada", NOW, "north", 10_000);
    tell("bob", NOW + DAY, "north", 10_000);
    assertThat(row().scoreMilli()).isEqualTo(26_000);
    assertThat(scorer.nextDue(state)).isEqualTo(NOW + 14 * DAY);
    assertThat(scorer.onTime(state, NOW + 14 * DAY - 1)).isEmpty();
    take(scorer.onTime(state, NOW + 14 * DAY));
    assertThat(row().scoreMilli()).isEqualTo(16_000);
    assertThat(row().active()).isOne();
    assertThat(scorer.nextDue(state)).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void aLeadThatLeavesTakesItsWeightAlong() {
    tell("ada", NOW, "north", 100_000);
    tell("bob", NOW, "north", 50_000);
    take(scorer.onMember(state, members, MemberUpdate.gone("ada", NOW)));
    assertThat(row().scoreMilli()).isEqualTo(50_000);
    take(scorer.onMember(state, members, MemberUpdate.gone("bob", NOW)));
    assertThat(rows).isEmpty();
    assertThat(state.isEmpty()).isTrue();
  }

  @Test
  void colleaguesAreThoseWhoCameLately() {
    tell("ada", NOW, "north", 100_000);
    tell("bob", NOW - 20 * DAY, "north", 50_000);
    tell("cyd", NOW - DAY, "south", 5_000);
    assertThat(scorer.colleagues(state, members, "ada", "north", NOW))
        .containsExactly(new Colleague("cyd", 0, Hours.startMillis(NOW - DAY)));
  }

  @Test
  void tenThousandLeadsCostNoMoreThanTen() {
    SplittableRandom random = new SplittableRandom(7);
    for (int lead = 0; lead < 10_000; lead++) {
      tell("lead-" + lead, NOW, "north", 1 + random.nextInt(100_000));
    }
    members.scans = 0;
    for (int i = 0; i < 10_000; i++) {
      tell("lead-" + random.nextInt(10_000), NOW, "north", 1 + random.nextInt(100_000));
    }
    assertThat(members.scans).isLessThan(10);
    assertThat(state.toBytes().length).isLessThan(1_500);
    assertThat(row().persons()).isEqualTo(10_000);
  }

  /** Against all leads added up anew, with restores, changes of account, and silence. */
  @Test
  void whatIsToldIsWhatAllLeadsAddUpTo() {
    for (long seed = 0; seed < CASES; seed++) {
      check(new SplittableRandom(seed), new AccountScorerTest());
    }
  }

  private static void check(SplittableRandom random, AccountScorerTest account) {
    int leads = 1 + random.nextInt(60);
    int hour = NOW;
    for (int step = 0; step < 200; step++) {
      String lead = "lead-" + random.nextInt(leads);
      hour += random.nextInt(10);
      switch (random.nextInt(12)) {
        case 0 ->
            account.take(
                account.scorer.onMember(
                    account.state, account.members, MemberUpdate.gone(lead, hour)));
        case 1 -> account.take(account.scorer.onTime(account.state, hour));
        case 2 -> account.state = AccountState.of(account.state.toBytes());
        default -> {
          String card = CARDS.get(random.nextInt(CARDS.size()));
          account.tell(
              lead, hour - random.nextInt(60 * DAY), card, Math.max(0, random.nextInt(-9, 30)));
        }
      }
      account.take(account.scorer.onTime(account.state, hour));
      for (String card : CARDS) {
        AccountRow.Content row = account.rows.get(card);
        assertThat(row == null ? 0 : row.scoreMilli()).isEqualTo(account.plain(card, hour));
      }
    }
  }

  private long plain(String card, int hour) {
    List<Long> intents = new ArrayList<>();
    int active = 0;
    for (Member member : members.members.values()) {
      if (member.intent(card) > 0) {
        intents.add(member.intent(card));
      }
      active += (Hours.of(member.activeAt()) + 14 * DAY > hour) ? 1 : 0;
    }
    if (intents.isEmpty()) {
      return 0;
    }
    intents.sort(Comparator.reverseOrder());
    long[] weights = {1_000, 600, 400, 300, 200};
    long sum = Math.min(Math.max(active - 1, 0), 4) * 10_000L;
    for (int i = 0; i < Math.min(intents.size(), weights.length); i++) {
      sum += intents.get(i) * weights[i] / 1_000;
    }
    return sum;
  }
}
