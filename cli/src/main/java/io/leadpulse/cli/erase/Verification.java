package io.leadpulse.cli.erase;

import io.leadpulse.cli.stack.FlinkRest;
import io.leadpulse.cli.stack.KafkaAccess;
import io.leadpulse.cli.stack.RegistryAccess;
import io.leadpulse.schemas.registry.RecordFormat;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** Searches an installation for what is left of leads; changes nothing. */
final class Verification {
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
   * @param state a checkpoint or savepoint; null for the newest checkpoint of the job
   */
  List<Remains> search(List<String> leads, boolean derivedOnly, @Nullable String state) {
    List<LeadId> ids = leads.stream().map(LeadId::new).toList();
    Map<LeadId, List<Place>> places = new LinkedHashMap<>();
    ids.forEach(id -> places.put(id, new ArrayList<>()));
    BiConsumer<LeadId, Place> found = (id, place) -> places.get(id).add(place);
    try (Admin admin = kafka.connect()) {
      TopicSearch topics = new TopicSearch(kafka.client(), format, ids, notices);
      new TopicPlaces(admin, kafka.prefix(), topics).search(derivedOnly, found);
    }
    new StatePlaces(ids, new StateSearch(ids, notices)).search(checkpoint(state), found);
    return ids.stream().map(id -> new Remains(id.text(), places.get(id))).toList();
  }

  private @Nullable Supplier<Checkpoint> checkpoint(@Nullable String state) {
    if (state != null) {
      Checkpoint named = Checkpoint.named(state);
      return () -> named;
    }
    if (flink == null) {
      return null;
    }
    FlinkRest rest = new FlinkRest(flink);
    return () -> Checkpoint.newest(rest::get);
  }
}
