package io.leadpulse.cli.erase;

import io.leadpulse.cli.stack.Answer;
import io.leadpulse.jobs.record.OutputTopic;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;

/** The topics of an installation as places where something of a lead may be. */
final class TopicPlaces {
  private static final Set<String> DERIVED =
      Arrays.stream(OutputTopic.values()).map(OutputTopic::baseName).collect(Collectors.toSet());

  private final Admin admin;
  private final String prefix;
  private final TopicSearch search;

  /**
   * @param prefix of the topics, with its dot
   */
  TopicPlaces(Admin admin, String prefix, TopicSearch search) {
    this.admin = admin;
    this.prefix = prefix;
    this.search = search;
  }

  /** The contracts of one topic. */
  private record Contract(@Nullable Subject<?> key, Subject<?> value) {}

  /**
   * Searches every topic that the code has a contract for.
   *
   * @param derivedOnly leaves out those that others write
   * @param found takes what is left of each lead in each of them
   */
  void search(boolean derivedOnly, BiConsumer<LeadId, Place> found) {
    Map<String, Contract> contracts = contracts();
    Set<String> present = Answer.of(admin.listTopics().names(), "Kafka's topics");
    contracts.forEach(
        (name, contract) -> {
          String topic = prefix + name;
          Place.Kind kind = kind(name);
          if (derivedOnly && kind == Place.Kind.input) {
            return;
          }
          if (present.contains(topic)) {
            search(topic, kind, contract, found);
          } else {
            search.leads().forEach(lead -> found.accept(lead, missing(topic, kind)));
          }
        });
  }

  private static Place.Kind kind(String name) {
    return DERIVED.contains(name) ? Place.Kind.derived : Place.Kind.input;
  }

  private void search(
      String topic, Place.Kind kind, Contract contract, BiConsumer<LeadId, Place> found) {
    TopicLife life = TopicLife.of(config(topic));
    search
        .search(topic, contract.key, contract.value)
        .forEach((lead, traces) -> found.accept(lead, place(topic, kind, life, traces)));
  }

  private static Place missing(String topic, Place.Kind kind) {
    return Place.notLooked(topic, kind, "Kafka has no such topic");
  }

  private static Place place(String topic, Place.Kind kind, TopicLife life, Traces traces) {
    TopicLife.Expiry expiry = life.expiry(traces);
    return new Place(
        topic,
        kind,
        true,
        traces.records(),
        traces.tombstones(),
        traces.oldest(),
        traces.newest(),
        expiry.goneBy(),
        expiry.note());
  }

  /** By the topic's name without prefix, in the order of {@link Topics#SUBJECTS}. */
  private static Map<String, Contract> contracts() {
    Map<String, Subject<?>> keys =
        Topics.SUBJECTS.stream()
            .filter(subject -> !isOfValues(subject))
            .collect(Collectors.toMap(subject -> subject.topic(""), subject -> subject));
    Map<String, Contract> contracts = new LinkedHashMap<>();
    for (Subject<?> subject : Topics.SUBJECTS) {
      if (isOfValues(subject)) {
        contracts.put(subject.name(), new Contract(keys.get(subject.name()), subject));
      }
    }
    return contracts;
  }

  private static boolean isOfValues(Subject<?> subject) {
    return subject.topic("").equals(subject.name());
  }

  private Config config(String topic) {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    return Answer.of(
        admin.describeConfigs(List.of(resource)).values().get(resource),
        "the settings of " + topic);
  }
}
