package io.leadpulse.chaos.fault;

import io.leadpulse.chaos.agent.Point;
import io.leadpulse.chaos.agent.Traps;
import io.leadpulse.chaos.cluster.Cluster;
import io.leadpulse.chaos.cluster.ManagedProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Carries out faults, and starts again what died of them. */
public final class Striker {
  /** A checkpoint begins every second, so a point is met within a few. */
  private static final Duration TRAP_LIMIT = Duration.ofSeconds(15);

  private static final long LOOK_NANOS = Duration.ofMillis(5).toNanos();

  private final Cluster cluster;
  private final Traps traps;
  private final Supplier<Set<String>> busy;
  private int missed;

  /**
   * @param busy names of the TaskManagers that run tasks now
   */
  public Striker(Cluster cluster, Traps traps, Supplier<Set<String>> busy) {
    this.cluster = cluster;
    this.traps = traps;
    this.busy = busy;
  }

  /** Traps so far that no process ran into; another kill took their place. */
  public int missed() {
    return missed;
  }

  /** Carries out one; the victim is dead or stands still when this returns. */
  public Blow strike(Fault fault) throws IOException {
    Point point = fault.point();
    Blow sprung = point == null ? null : spring(point, fault.target());
    if (sprung != null) {
      return sprung;
    }
    ManagedProcess victim = victim(fault);
    long at = System.currentTimeMillis();
    if (fault.suspended().isZero()) {
      victim.kill();
      return new Blow(victim, fault.target(), "random", at);
    }
    victim.suspend();
    pause(fault.suspended());
    victim.resume();
    return new Blow(victim, fault.target(), fault.manner(), at);
  }

  /** Starts the victim again, if it is dead, and whatever else fell with it. */
  public void revive() throws IOException {
    for (ManagedProcess process : cluster.processes()) {
      if (!process.isAlive()) {
        process.restart();
      }
    }
  }

  private @Nullable Blow spring(Point point, Target target) throws IOException {
    traps.arm(point);
    long end = System.nanoTime() + TRAP_LIMIT.toNanos();
    OptionalLong pid = traps.takeVictim(point);
    while (pid.isEmpty() && (System.nanoTime() < end || !traps.disarm(point))) {
      LockSupport.parkNanos(LOOK_NANOS);
      pid = traps.takeVictim(point);
    }
    if (pid.isEmpty()) {
      missed++;
      return null;
    }
    ManagedProcess victim = process(pid.getAsLong());
    long at = System.currentTimeMillis();
    while (victim.isAlive()) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
    return new Blow(victim, target, point.term(), at);
  }

  private ManagedProcess process(long pid) {
    return cluster.processes().stream()
        .filter(process -> process.pid() == pid)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("process " + pid + " is not the cluster's"));
  }

  private ManagedProcess victim(Fault fault) {
    return switch (fault.target()) {
      case JOB_MANAGER -> cluster.jobManager();
      case BROKER -> cluster.broker();
      case TASK_MANAGER -> taskManager(fault.draw());
    };
  }

  /** One that has something to lose, if any has. */
  private ManagedProcess taskManager(int draw) {
    Set<String> names = busy.get();
    List<ManagedProcess> candidates = new ArrayList<>(cluster.taskManagers());
    candidates.sort(Comparator.comparing(ManagedProcess::name));
    if (candidates.stream().anyMatch(process -> names.contains(process.name()))) {
      candidates.removeIf(process -> !names.contains(process.name()));
    }
    return candidates.get(draw % candidates.size());
  }

  private static void pause(Duration length) {
    long end = System.nanoTime() + length.toNanos();
    for (long left = length.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
