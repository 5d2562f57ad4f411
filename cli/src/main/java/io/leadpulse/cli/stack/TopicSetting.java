package io.leadpulse.cli.stack;

import io.leadpulse.engine.yaml.YamlValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.storage.internals.log.LogConfig;

/** Kafka's settings of a topic, as Kafka itself defines them. */
public final class TopicSetting {
  private TopicSetting() {}

  /** Tells a key that Kafka does not know and a value that it would not take. */
  static void check(String key, YamlValue value) {
    ConfigDef.ConfigKey known = LogConfig.configKeys().get(key);
    if (known == null || !LogConfig.nonInternalConfigNames().contains(key)) {
      value.unknown(
          "Kafka has no topic setting '" + key + "'", key, LogConfig.nonInternalConfigNames());
      return;
    }
    String text = value.text("");
    if (text.isEmpty()) {
      return;
    }
    try {
      Object parsed = ConfigDef.parseType(key, text, known.type);
      if (known.validator != null) {
        known.validator.ensureValid(key, parsed);
      }
    } catch (ConfigException e) {
      String type = known.type.name().toLowerCase(Locale.ROOT);
      value.problem(
          "%s cannot be '%s'".formatted(key, text),
          "write a %s%s"
              .formatted(type, known.validator == null ? "" : " that is " + known.validator));
    }
  }

  /** Whether two texts set a key to the same: in a list the order has no meaning. */
  public static boolean isSame(String key, String one, String two) {
    Optional<ConfigDef.Type> type = LogConfig.configType(key);
    return type.isPresent() && type.get() == ConfigDef.Type.LIST
        ? words(one).equals(words(two))
        : one.strip().equals(two.strip());
  }

  private static TreeSet<String> words(String list) {
    return new TreeSet<>(Arrays.asList(list.strip().split("\\s*,\\s*")));
  }
}
