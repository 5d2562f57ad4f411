package io.leadpulse.benchmarks.engine;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.lead.LeadScorer;
import io.leadpulse.engine.lead.LeadState;
import io.leadpulse.engine.lead.LeadStateCodec;
import io.leadpulse.engine.lead.ScoringSettings;
import io.leadpulse.engine.lead.Step;
import io.leadpulse.engine.profile.Profile;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One event of a lead that is at hand as an object: told from copies, classified, entered, valued
 * on two scorecards.
 *
 * <p>A lead takes a round of events and is then read anew from its bytes, so that it stays as large
 * as it is said to be; what that costs is shared by the events of the round.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ScoreBenchmark {
  private static final int LEADS = 8;

  /** Entries in each lead's ledger. */
  @Param({"5", "30", "200"})
  public int entries;

  @Param public Case event;

  private final LeadStateCodec codec = new LeadStateCodec();
  private final byte[][] stored = new byte[LEADS][];
  private final LeadState[] leads = new LeadState[LEADS];
  private final Supplier<Profile> profile = () -> Subjects.PROFILE;
  private LeadScorer scorer;
  private Engagement[] events;
  private int lead;
  private int next;

  /** What the event is to the lead. */
  public enum Case {
    /** One more page in an hour that has had its share of pages: nothing to publish. */
    SAME_HOUR(4_096, Subjects::view),
    /** A link clicked again in another hour: all has faded, nothing to publish. */
    NEW_HOUR(64, Subjects::click),
    /** A search that counts on one of the scorecards, whose row is published. */
    PUBLISHED(16, Subjects::search);

    private final int round;
    private final IntFunction<Engagement> events;

    Case(int round, IntFunction<Engagement> events) {
      this.round = round;
      this.events = events;
    }
  }

  @Setup
  public void setUp() {
    long tolerance = event == Case.PUBLISHED ? 1_000 : 5_000;
    scorer = Subjects.scorer(Subjects.model(), new ScoringSettings(tolerance, 4));
    events = IntStream.range(0, event.round).mapToObj(event.events).toArray(Engagement[]::new);
    for (int i = 0; i < LEADS; i++) {
      leads[i] = Subjects.lead(scorer, entries - 1, i);
      for (int before = 0; before < 5; before++) {
        scorer.onEngagement(leads[i], event.events.apply(-1 - before), profile);
      }
      stored[i] = codec.write(leads[i]);
    }
    check();
  }

  private void check() {
    int rows = 0;
    for (Engagement taken : events) {
      Step step = scorer.onEngagement(leads[0], taken, profile);
      rows += step.rows().size();
      if (!step.isMatched()) {
        throw new IllegalStateException("an event that matches nothing or is a copy");
      }
    }
    boolean publishes = event == Case.PUBLISHED;
    if (publishes ? rows < events.length : rows > events.length / 4) {
      throw new IllegalStateException(rows + " rows of " + events.length + " events");
    }
    leads[0] = codec.read(stored[0]);
  }

  @Benchmark
  public Step score() {
    LeadState state = leads[lead];
    Step step = scorer.onEngagement(state, events[next], profile);
    if (++lead == LEADS) {
      lead = 0;
      advance();
    }
    return step;
  }

  private void advance() {
    if (++next == events.length) {
      next = 0;
      for (int i = 0; i < LEADS; i++) {
        leads[i] = codec.read(stored[i]);
      }
    }
  }
}
