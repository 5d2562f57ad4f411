package io.leadpulse.engine.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.event.EngagementBuilder;
import io.leadpulse.engine.event.EventKind;
import io.leadpulse.engine.model.Scorecard;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.profile.Profile;
import io.leadpulse.engine.release.ShippedModels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

/**
 * How many bytes a lead takes in the state: of a population that visits in sessions over half a
 * year, few of them often, most of them seldom, under the shipped model on two scorecards.
 */
class StoredSizeTest {
  private static final int LEADS = 4_000;
  private static final int MEAN_HITS = 8;
  private static final int SPAN_HOURS = 180 * 24;
  private static final int NOW = Hours.of(Instant.parse("2027-07-01T03:00:00Z").toEpochMilli());

  /** Bytes of one lead, by section. */
  private record Sizes(
      int total, int standings, int ledger, int seen, int evidence, int recent, int events) {
    static Sizes of(LeadState state) {
      ByteSink out = new ByteSink();
      for (Standing standing : state.standings) {
        StandingFormat.write(standing, out, state.clock, state.verdictVersion);
      }
      int standings = out.size();
      LedgerFormat.write(state.ledger, out, state.clock);
      int ledger = out.size();
      LedgerFormat.write(state.seen, out, Hours.of(state.recordedAt));
      int seen = out.size();
      state.evidence.write(out);
      int evidence = out.size();
      state.recent.write(out);
      return new Sizes(
          new LeadStateCodec().write(state).length,
          standings,
          ledger - standings,
          seen - ledger,
          evidence - seen,
          out.size() - evidence,
          state.recent.size());
    }

    /** What stays when the last day is over. */
    int lasting() {
      return total - evidence - recent;
    }
  }

  @Test
  void theMedianLeadIsSmall() {
    List<Sizes> sizes = population();
    int[] whole = sorted(sizes, Sizes::lasting);
    assertThat(median(whole)).as("all but the evidence and the last day").isLessThanOrEqualTo(315);
    long recent = sizes.stream().mapToLong(Sizes::recent).sum();
    long events = sizes.stream().mapToLong(Sizes::events).sum();
    assertThat(recent / events).as("of an event of the last day").isLessThanOrEqualTo(32);
    assertThat(median(sorted(sizes, Sizes::standings))).isLessThanOrEqualTo(24);
    assertThat(median(sorted(sizes, Sizes::ledger))).isLessThanOrEqualTo(160);
    assertThat(whole[LEADS * 99 / 100]).as("of one lead in a hundred").isLessThan(2_100);
  }

  private static int[] sorted(List<Sizes> sizes, ToIntFunction<Sizes> of) {
    return sizes.stream().mapToInt(of).sorted().toArray();
  }

  private static int median(int[] sorted) {
    return sorted[sorted.length / 2];
  }

  private static List<Sizes> population() {
    LeadScorer scorer =
        LeadRun.scorer(
            twice(ShippedModels.compiled("b2b-japan").model()), new ScoringSettings(5_000, 7 * 24));
    SplittableRandom random = new SplittableRandom(27);
    List<Sizes> sizes = new ArrayList<>();
    for (int lead = 0; lead < LEADS; lead++) {
      LeadState state = new LeadState();
      double sessions = 2 * Math.pow((lead + 1.0) / LEADS, -0.8);
      live(state, scorer, (int) Math.ceil(Math.min(sessions, 200)), random);
      scorer.foresee(state, "lead", () -> Profile.UNKNOWN);
      state.timerHour(state.nextDue());
      sizes.add(Sizes.of(state));
    }
    return sizes;
  }

  private static ScoringModel twice(ScoringModel model) {
    Scorecard only = model.scorecards().get(0);
    Scorecard other =
        new Scorecard(
            1,
            "other",
            only.title(),
            only.audience(),
            only.categories(),
            only.weights(),
            only.warmEnter(),
            only.warmExit(),
            only.hot());
    return new ScoringModel(
        model.id(),
        model.version(),
        model.zone(),
        model.retentionHours(),
        model.lostKeepMilli(),
        model.exclusions(),
        model.signals(),
        model.dampers(),
        model.fitRules(),
        List.of(only, other),
        model.hygiene());
  }

  private static void live(
      LeadState state, LeadScorer scorer, int sessions, SplittableRandom random) {
    int[] starts = random.ints(sessions, NOW - SPAN_HOURS, NOW).sorted().toArray();
    int events = 0;
    for (int start : starts) {
      long at = Hours.startMillis(start) + random.nextInt(3_600_000);
      do {
        scorer.onEngagement(state, event(random, events++, at), () -> Profile.UNKNOWN);
        at += 20_000;
      } while (random.nextInt(MEAN_HITS) > 0);
    }
  }

  private static Engagement event(SplittableRandom random, int i, long at) {
    int of = random.nextInt(100);
    int page = random.nextInt(50);
    EngagementBuilder event;
    if (of < 70) {
      String folder =
          List.of("/news/", "/company/", "/products/p", "/jirei/", "/pricing/").get(i % 5);
      event = of(EventKind.PAGE_VIEW, i).path(folder + page);
    } else if (of < 85) {
      event = of(EventKind.OPEN, i).message("message-" + page);
    } else if (of < 92) {
      event = of(EventKind.CLICK, i).message("message-" + page).link("/news/" + page);
    } else if (of < 97) {
      event = of(EventKind.ATTENDED, i).webinar("w" + page).minutes(50).scheduledMinutes(60);
    } else {
      event = of(EventKind.SITE_SEARCH, i);
    }
    return event.occurredAt(at).recordedAt(at).build();
  }

  private static EngagementBuilder of(EventKind kind, int i) {
    return Engagement.of(kind, "lead", "event-%010d".formatted(i)).title("製品のページ");
  }
}
