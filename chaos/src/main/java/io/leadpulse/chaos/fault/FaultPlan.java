package io.leadpulse.chaos.fault;

import io.leadpulse.chaos.agent.Point;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The faults of a run, in order. The same seed and number give the same plan, and a longer plan
 * begins with the shorter one.
 */
public record FaultPlan(List<Fault> faults) {
  /** Above the time-outs of heartbeats and of the session with ZooKeeper, which are 6 s. */
  private static final int LEAST_SUSPENSION = 7_000;

  private static final int LONGEST_DELAY = 1_500;

  public FaultPlan {
    faults = List.copyOf(faults);
  }

  public static FaultPlan of(long seed, int kills) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < kills; i++) {
      faults.add(fault(random));
    }
    return new FaultPlan(faults);
  }

  private static Fault fault(SplittableRandom random) {
    int manner = random.nextInt(100);
    int draw = random.nextInt(1_000);
    Duration delay = Duration.ofMillis(random.nextInt(LONGEST_DELAY));
    if (manner < 50) {
      Point point = Point.values()[random.nextInt(Point.values().length)];
      return new Fault(Target.valueOf(point.process().name()), point, Duration.ZERO, draw, delay);
    }
    if (manner < 90) {
      return new Fault(anyTarget(random), null, Duration.ZERO, draw, delay);
    }
    Duration suspended = Duration.ofMillis(LEAST_SUSPENSION + random.nextInt(2_000));
    Target target = random.nextInt(4) == 0 ? Target.JOB_MANAGER : Target.TASK_MANAGER;
    return new Fault(target, null, suspended, draw, delay);
  }

  /** TaskManagers more often: there are more of them. */
  private static Target anyTarget(SplittableRandom random) {
    return switch (random.nextInt(5)) {
      case 0 -> Target.JOB_MANAGER;
      case 1 -> Target.BROKER;
      default -> Target.TASK_MANAGER;
    };
  }
}
