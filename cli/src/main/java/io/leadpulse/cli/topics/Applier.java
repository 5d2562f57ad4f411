package io.leadpulse.cli.topics;

import io.leadpulse.cli.stack.Answer;
import io.leadpulse.cli.stack.TopicPlan;
import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.topics.Applied.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/** Makes a Kafka as planned, one change after another; what fails does not keep the others. */
final class Applier {
  private static final int LOOKS = 50;
  private static final long LOOK_NANOS = Duration.ofMillis(200).toNanos();

  private final Admin admin;
  private final TopicPlan plan;
  private final Permissions permissions;
  private final Optional<Short> replicas;

  /**
   * @param replicas of a new topic; empty for the broker's default
   */
  Applier(Admin admin, TopicPlan plan, Permissions permissions, Optional<Short> replicas) {
    this.admin = admin;
    this.plan = plan;
    this.permissions = permissions;
    this.replicas = replicas;
  }

  /**
   * Does what is allowed, and waits until Kafka shows it.
   *
   * @param told takes each result as it comes
   */
  List<Applied> apply(Drift drift, Consumer<Applied> told) {
    List<Applied> results = new ArrayList<>();
    for (Change change : drift.changes()) {
      Applied applied = apply(drift.prefix(), change);
      told.accept(applied);
      results.add(applied);
    }
    Set<Change> unseen = unseen(drift.prefix(), results);
    for (int i = 0; i < results.size(); i++) {
      Change change = results.get(i).change();
      if (unseen.contains(change)) {
        Applied failed =
            new Applied(change, Result.failed, "was taken, but Kafka does not show it");
        told.accept(failed);
        results.set(i, failed);
      }
    }
    return results;
  }

  /** What is done and not to be seen, after some patience: a broker learns it a little later. */
  private Set<Change> unseen(String prefix, List<Applied> results) {
    Set<Change> done =
        results.stream()
            .filter(applied -> applied.result() == Result.done)
            .map(Applied::change)
            .collect(Collectors.toSet());
    for (int look = 0; look < LOOKS && !done.isEmpty(); look++) {
      LockSupport.parkNanos(look == 0 ? 0 : LOOK_NANOS);
      done.retainAll(Drift.find(admin, prefix, plan).changes());
    }
    return done;
  }

  private Applied apply(String prefix, Change change) {
    String refusal = permissions.refusal(change);
    if (refusal != null) {
      return new Applied(change, Result.refused, refusal);
    }
    try {
      String detail =
          switch (change.what()) {
            case missing -> create(prefix, change);
            case setting -> set(change);
            case too_few_partitions, too_many_partitions -> addPartitions(change);
          };
      return new Applied(change, Result.done, detail);
    } catch (CliException e) {
      return new Applied(change, Result.failed, String.valueOf(e.getMessage()));
    }
  }

  private String create(String prefix, Change change) {
    String name = change.topic();
    TopicPlan.Topic topic =
        plan.topics().stream()
            .filter(planned -> name.equals(prefix + planned.name()))
            .findFirst()
            .orElseThrow();
    NewTopic wanted =
        new NewTopic(name, Optional.of(topic.partitions()), replicas).configs(topic.config());
    Future<Void> created = admin.createTopics(List.of(wanted)).values().get(name);
    try {
      answer(created, name);
    } catch (CliException e) {
      if (isThere(e.getCause())) {
        throw CliException.failure(
            "%s was created by somebody else meanwhile, who knows how; apply once more"
                .formatted(name),
            e);
      }
      throw e;
    }
    return "created %s with %s".formatted(name, change.wanted());
  }

  private static boolean isThere(@Nullable Throwable failure) {
    return failure instanceof ExecutionException wrapped
        && wrapped.getCause() instanceof TopicExistsException;
  }

  private String set(Change change) {
    ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, change.topic());
    AlterConfigOp set =
        new AlterConfigOp(new ConfigEntry(change.key(), change.wanted()), AlterConfigOp.OpType.SET);
    answer(
        admin.incrementalAlterConfigs(Map.of(topic, List.of(set))).values().get(topic),
        change.topic());
    return "set %s of %s to %s, was %s"
        .formatted(change.key(), change.topic(), change.wanted(), change.found());
  }

  private String addPartitions(Change change) {
    int wanted = Integer.parseInt(change.wanted());
    answer(
        admin
            .createPartitions(Map.of(change.topic(), NewPartitions.increaseTo(wanted)))
            .values()
            .get(change.topic()),
        change.topic());
    return "%s has %d partitions now, had %s".formatted(change.topic(), wanted, change.found());
  }

  private static void answer(@Nullable Future<Void> promise, String topic) {
    if (promise != null) {
      Answer.of(promise, topic);
    }
  }
}
