package io.leadpulse.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.identity.Departures;
import io.leadpulse.engine.identity.DropReason;
import io.leadpulse.engine.identity.Link;
import io.leadpulse.engine.identity.VisitorPolicy;
import io.leadpulse.engine.identity.VisitorState;
import io.leadpulse.engine.identity.VisitorStateCodec;
import io.leadpulse.engine.identity.WaitingTouch;
import io.leadpulse.engine.lead.Hours;
import io.leadpulse.engine.lead.LeadScorer;
import io.leadpulse.engine.lead.LeadState;
import io.leadpulse.engine.lead.LeadStateCodec;
import io.leadpulse.engine.lead.ScoringSettings;
import io.leadpulse.engine.profile.Profile;
import io.leadpulse.engine.release.CompiledModel;
import io.leadpulse.jobs.codec.InputCodec;
import io.leadpulse.jobs.codec.Reading;
import io.leadpulse.jobs.record.AnonymousFormat;
import io.leadpulse.jobs.record.LeadInput.Engaged;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.SourceInput;
import io.leadpulse.jobs.record.SourceTopic;
import io.leadpulse.jobs.record.VisitorInput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Bytes in the state of simulated leads and visitors, under the default model. {@code
 * -Dsizes.leads=100000} takes so many leads; the figures are printed.
 */
class SimulatedSizesTest {
  private static final int LEADS = Integer.getInteger("sizes.leads", 2_000);
  private static final long START = Instant.parse("2026-11-25T05:00:00Z").toEpochMilli();
  private static final long APART = 50;
  private static final long DAY = Duration.ofDays(1).toMillis();

  private final InputCodec codec = new InputCodec();
  private final Map<String, LeadState> leads = new HashMap<>();
  private final Map<String, VisitorState> visitors = new HashMap<>();

  @Test
  void leadsAndVisitorsAreSmall() throws IOException {
    CompiledModel model = Scoring.defaultModel();
    LeadScorer scorer =
        new LeadScorer(
            model.model(), model.classifier(), model.profilePolicy(), ScoringSettings.DEFAULT);
    Simulation simulation =
        new Simulation(SimulationSettings.defaults().withLeads(LEADS / 4), START);
    int events = 0;
    while (leads.size() < LEADS) {
      long now = START + events++ * APART;
      take(simulation.next(now), now, scorer);
    }
    int[] ofLeads = sizes(leads.values().stream().mapToInt(SimulatedSizesTest::size));
    int[] ofVisitors = sizes(visitors.values().stream().mapToInt(SimulatedSizesTest::size));
    int[] idle = sizesOfIdle(visitor -> true);
    int[] ofOneLead = sizesOfIdle(visitor -> visitor.links().size() <= 1);
    System.out.printf("%d events%n", events);
    print("leads", ofLeads);
    print("visitors", ofVisitors);
    print("visitors of whom nothing waits", idle);
    assertThat(idle[idle.length / 2]).isLessThanOrEqualTo(60);
    assertThat(idle[idle.length * 99 / 100]).isLessThanOrEqualTo(100);
    assertThat(ofOneLead[ofOneLead.length - 1]).isLessThanOrEqualTo(100);
    assertThat(ofLeads[ofLeads.length / 2]).isLessThanOrEqualTo(1_200);
  }

  private int[] sizesOfIdle(Predicate<VisitorState> which) {
    return sizes(
        visitors.values().stream()
            .filter(visitor -> visitor.waiting().isEmpty())
            .filter(which)
            .mapToInt(SimulatedSizesTest::size));
  }

  private void take(SimulatedRecord record, long now, LeadScorer scorer) {
    SourceTopic source = Scoring.source(record);
    RawRecord raw = new RawRecord(source.baseName(), 0, 0, now, record.key(), record.value());
    if (!(codec.read(source, raw) instanceof Reading.Value<SourceInput> read)) {
      return;
    }
    if (read.value() instanceof Engaged engaged) {
      score(engaged, scorer);
      if (!engaged.visitorId().isEmpty()) {
        link(VisitorInput.Linked.by(engaged), scorer);
      }
    } else if (read.value() instanceof VisitorInput.Linked linked) {
      link(linked, scorer);
    } else if (read.value() instanceof VisitorInput.Touched touched) {
      touch(touched, scorer);
    }
  }

  private void score(Engaged engaged, LeadScorer scorer) {
    LeadState state = leads.computeIfAbsent(engaged.leadId(), id -> new LeadState());
    scorer.onEngagement(state, engaged.engagement(), () -> Profile.UNKNOWN);
    scorer.onTime(state, engaged.leadId(), Hours.of(engaged.recordedAt()), () -> Profile.UNKNOWN);
    scorer.foresee(state, engaged.leadId(), () -> Profile.UNKNOWN);
  }

  private VisitorState visitor(VisitorInput input) {
    VisitorState visitor = visitors.computeIfAbsent(input.visitorId(), id -> new VisitorState());
    visitor.seen((int) (input.recordedAt() / DAY));
    return visitor;
  }

  private void link(VisitorInput.Linked linked, LeadScorer scorer) {
    Link link = new Link(linked.occurredAt(), linked.leadId());
    VisitorPolicy.link(visitor(linked), link, followers(scorer));
  }

  private void touch(VisitorInput.Touched touched, LeadScorer scorer) {
    VisitorState visitor = visitor(touched);
    Engaged engaged = touched.engaged();
    Optional<String> lead =
        Optional.ofNullable(VisitorPolicy.place(visitor, touched.occurredAt()).leadId());
    if (lead.isPresent()) {
      score(engaged.by(lead.get()), scorer);
    } else {
      WaitingTouch touch =
          new WaitingTouch(touched.occurredAt(), engaged.hash(), AnonymousFormat.write(engaged));
      VisitorPolicy.await(visitor, touch, followers(scorer));
    }
  }

  private Departures followers(LeadScorer scorer) {
    return new Departures() {
      @Override
      public void release(WaitingTouch touch, String leadId) {
        score(AnonymousFormat.read(leadId, touch.payload()), scorer);
      }

      @Override
      public void drop(WaitingTouch touch, DropReason reason) {}
    };
  }

  private static int size(LeadState state) {
    return new LeadStateCodec().write(state).length;
  }

  private static int size(VisitorState visitor) {
    return new VisitorStateCodec().write(visitor).length;
  }

  private static int[] sizes(IntStream bytes) {
    return bytes.sorted().toArray();
  }

  private static void print(String what, int[] sorted) {
    System.out.printf(
        "%d %s: median %d B, 9 of 10 below %d B, 99 of 100 below %d B, mean %.0f B%n",
        sorted.length,
        what,
        sorted[sorted.length / 2],
        sorted[sorted.length * 9 / 10],
        sorted[sorted.length * 99 / 100],
        Arrays.stream(sorted).average().orElse(0));
  }
}
