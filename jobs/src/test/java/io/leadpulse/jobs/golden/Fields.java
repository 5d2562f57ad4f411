package io.leadpulse.jobs.golden;

import io.leadpulse.engine.lead.Evidence;
import io.leadpulse.engine.lead.Touch;
import io.leadpulse.engine.ledger.Ledger;
import io.leadpulse.engine.ledger.SeenEvents;
import io.leadpulse.engine.score.RunningSums;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Shows a value with all its fields, whatever they are: what is added to a lead's state later shows
 * without anybody thinking of it.
 */
public final class Fields {
  private Fields() {}

  /** One part of the value a line, as {@code path = {field: value | ...}}. */
  public static List<String> of(String path, Object value) {
    List<String> lines = new ArrayList<>();
    StringJoiner plain = parts();
    for (Field field : fields(value)) {
      Object held = get(field, value);
      String name = path + "." + field.getName();
      if (held instanceof Ledger ledger) {
        for (int at = ledger.first(); at != Ledger.END; at = ledger.next(at)) {
          lines.add(name + " " + signal(ledger, at));
        }
      } else if (held instanceof Collection<?> many && many.stream().anyMatch(Fields::isOurs)) {
        int i = 0;
        for (Object one : many) {
          lines.add(name + "[" + i + "] = " + flat(one));
          i++;
        }
      } else if (isOurs(held)) {
        lines.addAll(nested(name, held));
      } else {
        plain.add(field.getName() + ": " + text(held));
      }
    }
    lines.add(path + " = " + plain);
    return lines;
  }

  private static List<String> nested(String path, Object value) {
    if (value instanceof SeenEvents seen) {
      StringJoiner parts = parts();
      int i = 0;
      for (int run = 0; run < seen.runCount(); run++) {
        for (; i < seen.end(run); i++) {
          parts.add("%d %x at %d".formatted(seen.source(run), seen.hash(i), seen.hour(run)));
        }
      }
      return List.of(path + " = " + parts);
    }
    if (value instanceof Evidence evidence) {
      List<String> lines = new ArrayList<>();
      for (Touch touch : evidence.touches()) {
        lines.add(path + ".touches[" + lines.size() + "] = " + flat(touch));
      }
      lines.add(path + " = {}");
      return lines;
    }
    return value instanceof RunningSums ? List.of() : of(path, value);
  }

  private static String signal(Ledger ledger, int at) {
    StringJoiner parts = parts();
    for (int i = 0; i < ledger.hourCount(at); i++) {
      parts.add("%d times at %d".formatted(ledger.count(at, i), ledger.hour(at, i)));
    }
    for (int i = 0; i < ledger.intervalCount(at); i++) {
      parts.add(
          "key %x from %d to %d"
              .formatted(ledger.key(at, i), ledger.firstHour(at, i), ledger.lastHour(at, i)));
    }
    return "%x = %s".formatted(ledger.signal(at), parts);
  }

  private static String flat(Object value) {
    StringJoiner parts = parts();
    for (Field field : fields(value)) {
      parts.add(field.getName() + ": " + text(get(field, value)));
    }
    return parts.toString();
  }

  private static StringJoiner parts() {
    return new StringJoiner(" | ", "{", "}");
  }

  private static String text(@Nullable Object value) {
    if (value instanceof int[] numbers) {
      return Arrays.toString(numbers);
    }
    return value instanceof Map<?, ?> map ? new TreeMap<>(map).toString() : String.valueOf(value);
  }

  private static boolean isOurs(@Nullable Object value) {
    return value != null
        && value.getClass().getName().startsWith("io.leadpulse.")
        && !(value instanceof Enum<?>);
  }

  private static List<Field> fields(Object value) {
    return Arrays.stream(value.getClass().getDeclaredFields())
        .filter(field -> !Modifier.isStatic(field.getModifiers()))
        .toList();
  }

  private static @Nullable Object get(Field field, Object value) {
    try {
      field.setAccessible(true);
      return field.get(value);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
