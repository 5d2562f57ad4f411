package io.leadpulse.cli.stack;

import io.leadpulse.engine.yaml.YamlValue;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Holds a plan of topics against the contracts that the code was built with. */
final class TopicContracts {
  private static final String TEXT = "string";

  /** Names of Avro records by the topic that has them as values, or as keys. */
  private final Map<String, String> values = new TreeMap<>();

  private final Map<String, String> keys = new TreeMap<>();

  TopicContracts() {
    for (Subject<?> subject : Topics.SUBJECTS) {
      String topic = subject.topic("");
      Map<String, String> records = topic.equals(subject.name()) ? values : keys;
      records.put(topic, subject.type().getSimpleName());
    }
  }

  /** Tells a topic that nobody knows, and a wrong key or value of one. */
  void check(YamlValue name, YamlValue key, YamlValue value) {
    String topic = name.peek();
    if (topic.isEmpty()) {
      return;
    }
    if (!values.containsKey(topic)) {
      name.unknown("Leadpulse has no topic '" + topic + "'", topic, values.keySet());
      return;
    }
    expect(value, topic, values.get(topic));
    expect(key, topic, keys.getOrDefault(topic, TEXT));
  }

  /** Tells the topics that the code needs and the plan has not. */
  void checkComplete(YamlValue plan, Set<String> named) {
    for (String topic : values.keySet()) {
      if (!named.contains(topic)) {
        plan.problem(
            "there is no topic '" + topic + "', which the job needs",
            "add it as the release's own " + TopicPlan.FILE + " has it");
      }
    }
  }

  private static void expect(YamlValue found, String topic, String wanted) {
    if (!found.peek().isEmpty() && !found.peek().equals(wanted)) {
      found.problem(
          "the %s of %s is no '%s'".formatted(found.name(), topic, found.peek()),
          "write '" + wanted + "'");
    }
  }
}
