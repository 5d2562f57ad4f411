package io.leadpulse.engine.yaml;

import java.util.List;
import java.util.Map;

/**
 * A mapping of a YAML text. Where the text has no mapping it is empty, and requiring a key of it
 * tells nothing more: the problem is known.
 */
public final class YamlMapping {
  private final String name;
  private final Place place;
  private final Map<String, Located.Entry> entries;
  private final boolean usable;
  private final Problems problems;

  YamlMapping(
      String name,
      Place place,
      Map<String, Located.Entry> entries,
      boolean usable,
      Problems problems) {
    this.name = name;
    this.place = place;
    this.entries = entries;
    this.usable = usable;
    this.problems = problems;
  }

  public String name() {
    return name;
  }

  public Place place() {
    return place;
  }

  public boolean has(String key) {
    return entries.containsKey(key);
  }

  /** Where the key stands, or the mapping where it has no such key. */
  public Place keyPlace(String key) {
    Located.Entry entry = entries.get(key);
    return entry == null ? place : entry.keyPlace();
  }

  /** The value of a key; an absent value where there is none. */
  public YamlValue get(String key) {
    Located.Entry entry = entries.get(key);
    return entry == null
        ? new YamlValue(key, place, null, problems)
        : new YamlValue(key, entry.value().place(), entry.value(), problems);
  }

  /** The value of a key that has to be there. */
  public YamlValue require(String key) {
    if (usable && !has(key)) {
      problems.add(place, name + " has no '" + key + "'", "add '" + key + "'");
    }
    return get(key);
  }

  /** All entries in the order of the text. */
  public List<YamlEntry> entries() {
    return entries.keySet().stream()
        .map(key -> new YamlEntry(key, keyPlace(key), get(key)))
        .toList();
  }
}
