package io.leadpulse.benchmarks.engine;

import io.leadpulse.engine.classify.Classifier;
import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.event.EventKind;
import io.leadpulse.engine.release.ModelParser;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
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

/** An event that counts for three signals, told among more and more of them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class MatchBenchmark {
  private static final int EVENTS = 256;
  private static final int MATCHES = 3;

  @Param({"10", "100", "1000", "10000"})
  public int signals;

  private Classifier classifier;
  private int[] matched;
  private Engagement[] events;
  private int next;

  @Setup
  public void setUp() {
    classifier = ModelParser.parse("match.yaml", model(), 1).orThrow().classifier();
    matched = new int[classifier.capacity()];
    SplittableRandom random = new SplittableRandom(signals);
    events =
        IntStream.range(0, EVENTS)
            .mapToObj(i -> view(i, random.nextInt(signals - 2)))
            .toArray(Engagement[]::new);
    for (Engagement event : events) {
      if (classifier.classify(event, matched) != MATCHES) {
        throw new IllegalStateException("not " + MATCHES + " matches for " + event.path());
      }
    }
  }

  private static Engagement view(int i, int product) {
    return Engagement.of(EventKind.PAGE_VIEW, "lead", "e" + i)
        .path("/products/p%05d/spec/index".formatted(product))
        .build();
  }

  /** A signal for all products, one for all specifications, and one for each product. */
  private String model() {
    StringBuilder yaml =
        new StringBuilder("model: match\ntime-zone: UTC\nsignals:\n")
            .append("  products: { on: page-view, path: /products/** }\n")
            .append("  specs: { on: page-view, path: \"/*/*/spec/**\" }\n");
    for (int i = 0; i < signals - 2; i++) {
      yaml.append("  p%05d: { on: page-view, path: \"/products/p%05d/**\" }\n".formatted(i, i));
    }
    return yaml.append(
            """
            categories: { all: { cap: 200 } }
            scorecards:
              only:
                warm: { enter: 50, exit: 40 }
                hot: { enter: 100, exit: 80 }
                require: { distinct-signals: 1, human-signals: 0 }
                weights:
                  products: { points: 100, half-life: 7d, category: all }
                  specs: { points: 100, half-life: 7d, category: all }
            """)
        .toString();
  }

  @Benchmark
  public int match() {
    next = (next + 1) % EVENTS;
    return classifier.classify(events[next], matched);
  }
}
