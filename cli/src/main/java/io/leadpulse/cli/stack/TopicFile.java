package io.leadpulse.cli.stack;

import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.terminal.ExitCode;
import io.leadpulse.engine.yaml.Problem;
import io.leadpulse.engine.yaml.Problems;
import io.leadpulse.engine.yaml.YamlEntry;
import io.leadpulse.engine.yaml.YamlMapping;
import io.leadpulse.engine.yaml.YamlText;
import io.leadpulse.engine.yaml.YamlValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads a plan of topics and tells all that is wrong with it. */
final class TopicFile {
  private static final List<String> KEYS =
      List.of("name", "direction", "key", "value", "partitions", "config");

  /** Kafka's own bound is memory; beyond this it is a slip of the finger. */
  private static final int MOST_PARTITIONS = 10_000;

  private final Problems problems = new Problems();
  private final TopicContracts contracts = new TopicContracts();
  private final List<TopicPlan.Topic> topics = new ArrayList<>();

  private TopicFile() {}

  /**
   * @throws CliException if the file cannot be read
   */
  static TopicFile read(Path file) {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new CliException(
          ExitCode.BAD_CONFIGURATION, "%s cannot be read: %s".formatted(file, e), e);
    }
  }

  static TopicFile parse(String name, String text) {
    TopicFile file = new TopicFile();
    YamlValue document = YamlText.parse(name, text, file.problems).named("the plan of topics");
    file.take(document);
    return file;
  }

  /** One a line, by place; empty if the plan can be used. */
  List<String> problems() {
    return problems.list().stream().map(Problem::toString).toList();
  }

  TopicPlan plan() {
    return new TopicPlan(topics);
  }

  private void take(YamlValue document) {
    Set<String> names = new LinkedHashSet<>();
    for (YamlValue item : document.items()) {
      YamlMapping entry = item.named("a topic").mapping(KEYS);
      YamlValue name = entry.require("name");
      String text = name.text("");
      if (!text.isEmpty() && !names.add(text)) {
        name.problem("topic '" + text + "' stands twice", "remove one of both");
      }
      topics.add(topic(entry, text));
    }
    if (document.isPresent()) {
      contracts.checkComplete(document, names);
    }
  }

  private TopicPlan.Topic topic(YamlMapping entry, String name) {
    YamlValue key = entry.require("key");
    YamlValue value = entry.require("value");
    contracts.check(entry.get("name"), key, value);
    return new TopicPlan.Topic(
        name,
        entry.require("direction").choice(Map.of("in", "in", "out", "out"), "in"),
        key.text(""),
        value.text(""),
        entry.require("partitions").integer(1, MOST_PARTITIONS, 1),
        settings(entry.get("config")));
  }

  private static Map<String, String> settings(YamlValue config) {
    Map<String, String> settings = new TreeMap<>();
    if (config.isPresent()) {
      for (YamlEntry entry : config.mapping().entries()) {
        YamlValue value = entry.value();
        TopicSetting.check(entry.key(), value);
        settings.put(entry.key(), value.peek());
      }
    }
    return settings;
  }
}
