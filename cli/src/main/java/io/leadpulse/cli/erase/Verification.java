package io.leadpulse.cli.erase;

import io.leadpulse.cli.stack.Answer;
import io.leadpulse.cli.stack.FlinkRest;
import io.leadpulse.cli.stack.JobForm;
import io.leadpulse.cli.stack.JobView;
import io.leadpulse.cli.stack.KafkaAccess;
import io.leadpulse.cli.stack.RegistryAccess;
import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.topic.Offsets;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.registry.RecordFormat;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** Searches an installation for what is left of leads; changes nothing. */
final class Verification {
  private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(500).toNanos();
  private static final Runnable LOOK_AGAIN = () -> LockSupport.parkNanos(LOOK_AGAIN_NANOS);

  private final KafkaAccess kafka;
  private final RecordFormat format;
  private final @Nullable URI flink;
  private final Consumer<String> notices;

  /**
   * @param registry of the records' schemas
   * @param flink REST address; null if it is not known
   * @param notices takes lines for the user: progress of a long reading
   */
  Verification(
      KafkaAccess kafka, RegistryAccess registry, @Nullable URI flink, Consumer<String> notices) {
    this.kafka = kafka;
    this.flink = flink;
    this.notices = notices;
    format = registry.reading(kafka.prefix());
  }

  /**
   * What is left of each lead.
   *
   * @param leads each once
   * @param derivedOnly leaves out the topics that others write
   * @param states checkpoints or savepoints; empty for the newest checkpoint of each job
   */
  List<Remains> search(List<String> leads, boolean derivedOnly, List<String> states) {
    List<LeadId> ids = leads.stream().map(LeadId::new).toList();
    Map<LeadId, List<Place>> places = new LinkedHashMap<>();
    ids.forEach(id -> places.put(id, new ArrayList<>()));
    BiConsumer<LeadId, Place> found = (id, place) -> places.get(id).add(place);
    Map<String, Supplier<Checkpoint>> checkpoints;
    try (Admin admin = kafka.connect()) {
      TopicSearch topics = new TopicSearch(kafka.client(), format, ids, notices);
      new TopicPlaces(admin, kafka.prefix(), topics).search(derivedOnly, found);
      checkpoints = states.isEmpty() ? newest(admin) : named(states);
    }
    StatePlaces state = new StatePlaces(ids, new StateSearch(ids, LOOK_AGAIN, notices));
    checkpoints.forEach((name, checkpoint) -> state.search(name, checkpoint, found));
    return ids.stream().map(id -> new Remains(id.text(), places.get(id))).toList();
  }

  private static Map<String, Supplier<Checkpoint>> named(List<String> states) {
    Map<String, Supplier<Checkpoint>> checkpoints = new LinkedHashMap<>();
    states.forEach(state -> checkpoints.put(state, () -> Checkpoint.named(state)));
    return checkpoints;
  }

  /** Of each job, in the order of {@link JobForm}; of the hand-off only if there is or was one. */
  private Map<String, Supplier<Checkpoint>> newest(Admin admin) {
    Map<String, Supplier<Checkpoint>> checkpoints = new LinkedHashMap<>();
    for (JobForm form : JobForm.values()) {
      if (form != JobForm.HAND_OFF || isThere(form) || hasHandedOver(admin)) {
        checkpoints.put(form.jobName() + " checkpoint", () -> newest(form));
      }
    }
    return checkpoints;
  }

  private Checkpoint newest(JobForm form) {
    if (flink == null) {
      throw CliException.failure("give --flink HOST:PORT, or --state DIR of a checkpoint");
    }
    return Checkpoint.newest(new FlinkRest(flink)::get, form);
  }

  private boolean isThere(JobForm form) {
    try {
      return flink != null && JobView.find(new FlinkRest(flink)::get, form).isPresent();
    } catch (CliException e) {
      // Why Flink does not answer is told of the checkpoint that is searched anyway.
      return false;
    }
  }

  /** Whether a hand-off wrote anything, wherever it runs or ran. */
  private boolean hasHandedOver(Admin admin) {
    String topic = Topics.HAND_OFF.topic(kafka.prefix());
    return Answer.of(admin.listTopics().names(), "Kafka's topics").contains(topic)
        && new Offsets(admin).ends(List.of(topic)).values().stream().anyMatch(end -> end > 0);
  }
}
