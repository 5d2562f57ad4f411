package io.leadpulse.jobs.config;

import io.leadpulse.engine.yaml.Problems;
import io.leadpulse.engine.yaml.YamlEntry;
import io.leadpulse.engine.yaml.YamlMapping;
import io.leadpulse.engine.yaml.YamlText;
import io.leadpulse.engine.yaml.YamlValue;
import io.leadpulse.jobs.config.Placeholders.UnresolvedException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The values of a configuration by their full keys, whether the text nests them or writes the dots
 * out. Tells unknown keys and keys that stand twice.
 */
final class ConfigValues {
  /** An entry that no text can have, for a value that is absent. */
  private static final String NOTHING = "\u0000";

  private final Problems problems;
  private final Placeholders placeholders;
  private final Collection<String> known;
  private final String freeSection;
  private final YamlMapping document;
  private final Map<String, YamlValue> values = new LinkedHashMap<>();

  /**
   * @param known all keys but those of the free section
   * @param freeSection the key below which all keys are allowed
   */
  ConfigValues(
      String file,
      String text,
      Collection<String> known,
      String freeSection,
      Placeholders placeholders,
      Problems problems) {
    this.problems = problems;
    this.placeholders = placeholders;
    this.known = known;
    this.freeSection = freeSection;
    document = YamlText.parse(file, text, problems).named("the configuration").mapping();
    collect("", document);
  }

  private void collect(String section, YamlMapping mapping) {
    for (YamlEntry entry : mapping.entries()) {
      String key = section.isEmpty() ? entry.key() : section + '.' + entry.key();
      YamlValue value = entry.value().named(key);
      if (known.contains(key) || (isFree(key) && !value.isMapping())) {
        if (values.putIfAbsent(key, value) != null) {
          problems.add(entry.keyPlace(), key + " stands twice", "remove one of both");
        }
      } else if (isSection(key)) {
        collect(key, value.mapping());
      } else {
        problems.addUnknown(entry.keyPlace(), "there is no key '" + key + "'", key, known);
      }
    }
  }

  private boolean isFree(String key) {
    return key.startsWith(freeSection + '.');
  }

  private boolean isSection(String key) {
    return isFree(key)
        || key.equals(freeSection)
        || known.stream().anyMatch(other -> other.startsWith(key + '.'));
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  /** The value of a key; an absent one, standing for the whole text, if there is none. */
  YamlValue get(String key) {
    YamlValue value = values.get(key);
    return value == null ? document.get(NOTHING).named(key) : value;
  }

  /** A text with its placeholders filled. */
  String text(String key, String fallback) {
    return resolved(get(key), fallback);
  }

  /** The texts of the free section by their keys in it. */
  Map<String, String> free() {
    Map<String, String> texts = new TreeMap<>();
    for (Map.Entry<String, YamlValue> entry : values.entrySet()) {
      if (isFree(entry.getKey())) {
        String key = entry.getKey().substring(freeSection.length() + 1);
        texts.put(key, resolved(entry.getValue(), ""));
      }
    }
    return texts;
  }

  private String resolved(YamlValue value, String fallback) {
    try {
      return placeholders.resolve(value.text(fallback));
    } catch (UnresolvedException e) {
      value.problem(value.name() + " " + e.getMessage(), e.fix());
      return fallback;
    }
  }

  Duration duration(String key, Duration min, Duration max, Duration fallback) {
    return Duration.ofMillis(get(key).millis(min.toMillis(), max.toMillis(), fallback.toMillis()));
  }
}
