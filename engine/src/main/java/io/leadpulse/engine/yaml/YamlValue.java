package io.leadpulse.engine.yaml;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value of a YAML text, read as what it is meant to be.
 *
 * <p>Every reader takes a fallback. It returns the fallback silently if the value is absent, and
 * after telling the problem if it is something else than wanted. So a whole configuration is read
 * without a stop, and all that is wrong in it is told at once.
 */
public final class YamlValue {
  private final String name;
  private final Place place;
  private final @Nullable Located node;
  private final Problems problems;

  YamlValue(String name, Place place, @Nullable Located node, Problems problems) {
    this.name = name;
    this.place = place;
    this.node = node;
    this.problems = problems;
  }

  /** The key that leads to the value. */
  public String name() {
    return name;
  }

  /** Where the value stands, or the mapping in which it is missing. */
  public Place place() {
    return place;
  }

  public boolean isPresent() {
    return node != null;
  }

  public boolean isMapping() {
    return node instanceof Located.Mapping;
  }

  /** The same value under a name that says more, for problems. */
  public YamlValue named(String newName) {
    return new YamlValue(newName, place, node, problems);
  }

  /** Tells a problem with this value. */
  public void problem(String message, String fix) {
    problems.add(place, message, fix);
  }

  /** Tells that this value is none of the known words; the fix names the nearest. */
  public void unknown(String message, String word, Collection<String> known) {
    problems.addUnknown(place, message, word, known);
  }

  /** A mapping with keys of the author's choice. */
  public YamlMapping mapping() {
    if (node instanceof Located.Mapping mapping) {
      return new YamlMapping(name, place, mapping.entries(), true, problems);
    }
    if (node != null) {
      problem(name + " must be a mapping", "write 'key: value' entries below it");
    }
    return new YamlMapping(name, place, Map.of(), false, problems);
  }

  /** A mapping with no other keys than these. */
  public YamlMapping mapping(Collection<String> keys) {
    YamlMapping mapping = mapping();
    for (YamlEntry entry : mapping.entries()) {
      if (!keys.contains(entry.key())) {
        String message = name + " knows no key " + Shown.quoted(entry.key());
        problems.addUnknown(entry.keyPlace(), message, entry.key(), keys);
      }
    }
    return mapping;
  }

  /** The items of a list; a single value stands for a list of one. */
  public List<YamlValue> items() {
    if (node == null) {
      return List.of();
    }
    if (node instanceof Located.Sequence sequence) {
      return sequence.items().stream()
          .map(item -> new YamlValue(name, item.place(), item, problems))
          .toList();
    }
    return List.of(this);
  }

  /** The texts of a list, or the one text. */
  public List<String> texts() {
    return items().stream().map(item -> item.text("")).filter(text -> !text.isEmpty()).toList();
  }

  /** A text that is not empty. */
  public String text(String fallback) {
    Located.Scalar scalar = scalar("a text");
    return scalar == null ? fallback : scalar.value();
  }

  /** A text that is not empty and has at most {@code longest} characters. */
  public String text(int longest, String fallback) {
    String text = text(fallback);
    if (isPresent() && text.length() > longest) {
      problem(name + " has " + text.length() + " characters, more than " + longest, "shorten it");
      return fallback;
    }
    return text;
  }

  /** The text as it stands, without telling problems; empty if there is none. */
  public String peek() {
    return node instanceof Located.Scalar scalar ? scalar.value() : "";
  }

  /** {@code true} or {@code false}. */
  public boolean bool(boolean fallback) {
    return choice(Map.of("true", true, "false", false), fallback);
  }

  /** One of the known words. */
  public <T> T choice(Map<String, T> known, T fallback) {
    Located.Scalar scalar = scalar("one of " + String.join(", ", known.keySet()));
    if (scalar == null) {
      return fallback;
    }
    T value = known.get(scalar.value());
    if (value == null) {
      unknown(name + " cannot be " + Shown.quoted(scalar.value()), scalar.value(), known.keySet());
      return fallback;
    }
    return value;
  }

  /** A whole number. */
  public int integer(int min, int max, int fallback) {
    String wanted = "a whole number from " + min + " to " + max;
    return (int) number(wanted, text -> Quantity.decimal(text, 0), min, max, fallback);
  }

  /**
   * A number of at most three decimals, in thousandths.
   *
   * @param min least, in thousandths
   * @param max most, in thousandths
   */
  public long milli(long min, long max, long fallback) {
    String wanted = "a number from " + Quantity.showMilli(min) + " to " + Quantity.showMilli(max);
    return number(
        wanted + ", at most 3 decimals", text -> Quantity.decimal(text, 3), min, max, fallback);
  }

  /** A duration such as {@code 200ms}, {@code 10s}, {@code 5m}, {@code 36h}, {@code 180d}. */
  public long millis(long min, long max, long fallback) {
    return duration(1, min, max, fallback);
  }

  /** A size in bytes, such as {@code 64mb}, {@code 1gb} or {@code 0}; units are of 1,024. */
  public long bytes(long min, long max, long fallback) {
    String wanted =
        "a size such as 64mb, from " + Quantity.showSize(min) + " to " + Quantity.showSize(max);
    return number(wanted, Quantity::size, min, max, fallback);
  }

  /** A duration of whole hours, such as {@code 36h} or {@code 180d}. */
  public int hours(int min, int max, int fallback) {
    return (int) duration(Quantity.HOUR, min, max, fallback);
  }

  /** A duration of whole days, such as {@code 7d}. */
  public int days(int min, int max, int fallback) {
    return (int) duration(Quantity.DAY, min, max, fallback);
  }

  /**
   * Where a character of this text came from in the file.
   *
   * @param line of the text, from 1
   * @param column of the text, from 1, in code points
   */
  public Place placeInside(int line, int column) {
    if (!(node instanceof Located.Scalar scalar)) {
      return place;
    }
    int[] text = scalar.value().codePoints().toArray();
    int offset = 0;
    for (int breaks = 1; breaks < line && offset < text.length; offset++) {
      breaks += text[offset] == '\n' ? 1 : 0;
    }
    return scalar.source().placeOf(scalar.value(), offset + column - 1);
  }

  private long duration(long unit, long min, long max, long fallback) {
    String wanted =
        "a duration from "
            + Quantity.showMillis(min * unit)
            + " to "
            + Quantity.showMillis(max * unit);
    return number(wanted, text -> Quantity.duration(text, unit), min, max, fallback);
  }

  private long number(
      String wanted, Function<String, OptionalLong> reader, long min, long max, long fallback) {
    Located.Scalar scalar = scalar(wanted);
    if (scalar == null) {
      return fallback;
    }
    OptionalLong value = scalar.plain() ? reader.apply(scalar.value()) : OptionalLong.empty();
    if (value.isEmpty() || value.getAsLong() < min || value.getAsLong() > max) {
      problem(name + " cannot be " + Shown.quoted(scalar.value()), "write " + wanted);
      return fallback;
    }
    return value.getAsLong();
  }

  private Located.@Nullable Scalar scalar(String wanted) {
    if (node == null) {
      return null;
    }
    if (!(node instanceof Located.Scalar scalar)) {
      problem(name + " must be a single value", "write " + wanted);
      return null;
    }
    if (scalar.value().isBlank() || (scalar.plain() && scalar.value().equals("null"))) {
      problem(name + " is empty", "write " + wanted + " or remove it");
      return null;
    }
    return scalar;
  }
}
