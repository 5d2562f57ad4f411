package io.leadpulse.jobs.golden;

import io.leadpulse.engine.ledger.Ledger;
import io.leadpulse.engine.ledger.SeenEvents;
import io.leadpulse.engine.ledger.SignalTouches;
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
        for (int i = 0; i < ledger.size(); i++) {
          lines.add(name + " " + signal(ledger.signal(i)));
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
      for (int i = 0; i < seen.size(); i++) {
        parts.add("%d %x at %d".formatted(seen.source(i), seen.hash(i), seen.hour(i)));
      }
      return List.of(path + " = " + parts);
    }
    return of(path, value);
  }

  private static String signal(SignalTouches touches) {
    StringJoiner parts = parts();
    for (int i = 0; i < touches.hourCount(); i++) {
      parts.add("%d times at %d".formatted(touches.count(i), touches.hour(i)));
    }
    for (int i = 0; i < touches.intervalCount(); i++) {
      parts.add(
          "key %x from %d to %d"
              .formatted(touches.key(i), touches.firstHour(i), touches.lastHour(i)));
    }
    return "%x = %s".formatted(touches.signal(), parts);
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
