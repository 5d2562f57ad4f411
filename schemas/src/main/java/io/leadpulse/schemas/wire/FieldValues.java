package io.leadpulse.schemas.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The asked fields of one record, by slot; holds until the next record is read. Texts stay bytes of
 * the record until they are asked for. Whoever asks a slot for a value of another type than the
 * contract has gets nonsense.
 */
public final class FieldValues {
  private static final int NULL = -1;

  /** What is not above it may be white space. */
  private static final byte SPACE = ' ';

  /** Where texts are: the record, or what was gathered where there is none to point into. */
  private byte[] bytes = new byte[0];

  private final int[] starts;
  private final int[] lengths;
  private final long[] numbers;
  private final @Nullable Object[] others;

  FieldValues(int slots) {
    starts = new int[slots];
    lengths = new int[slots];
    numbers = new long[slots];
    others = new Object[slots];
  }

  /** Whether a field that may be null is. */
  public boolean isNull(int slot) {
    return lengths[slot] == NULL;
  }

  /** A text, made anew each time; empty if it is null. */
  public String text(int slot) {
    int length = length(slot);
    return length == 0 ? "" : new String(bytes, starts[slot], length, StandardCharsets.UTF_8);
  }

  /** Bytes of a text in UTF-8. */
  public int length(int slot) {
    return Math.max(0, lengths[slot]);
  }

  /** Where a text begins among the {@link #bytes}. */
  public int start(int slot) {
    return starts[slot];
  }

  /** What holds the bytes of all texts; not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  /** Whether a text has nothing but white space, as {@link String#isBlank} has it. */
  public boolean isBlank(int slot) {
    boolean tells = lengths[slot] > 0 && bytes[starts[slot]] > SPACE;
    return !tells && text(slot).isBlank();
  }

  /** A whole number, or an instant in epoch milliseconds. */
  public long number(int slot) {
    return numbers[slot];
  }

  public boolean flag(int slot) {
    return numbers[slot] != 0;
  }

  /** The place of a symbol in the newest schema's enum. */
  public int symbol(int slot) {
    return (int) numbers[slot];
  }

  /** A map of texts, not to be changed. */
  @SuppressWarnings("unchecked")
  public Map<String, String> texts(int slot) {
    return (Map<String, String>) others[slot];
  }

  /** Begins a record, which texts are then parts of. */
  void begin(byte[] record) {
    bytes = record;
  }

  /** Begins a record whose values are given to {@link #set}. */
  void begin() {
    bytes = new byte[0];
  }

  void setNull(int slot) {
    lengths[slot] = NULL;
    numbers[slot] = 0;
  }

  void setText(int slot, int start, int length) {
    starts[slot] = start;
    lengths[slot] = length;
  }

  void setNumber(int slot, long value) {
    lengths[slot] = 0;
    numbers[slot] = value;
  }

  void setTexts(int slot, Map<String, String> value) {
    lengths[slot] = 0;
    others[slot] = value;
  }

  /**
   * Takes a value as Avro's classes have it.
   *
   * @throws IllegalArgumentException if it is of a class that no asked field is of
   */
  void set(int slot, @Nullable Object value) {
    if (value == null) {
      setNull(slot);
    } else if (value instanceof CharSequence text) {
      gather(slot, text.toString().getBytes(StandardCharsets.UTF_8));
    } else if (value instanceof Map<?, ?> map) {
      setTexts(slot, texts(map));
    } else {
      setNumber(slot, number(value));
    }
  }

  private void gather(int slot, byte[] text) {
    if (text.length == 0) {
      setText(slot, 0, 0);
      return;
    }
    int start = bytes.length;
    bytes = Arrays.copyOf(bytes, start + text.length);
    System.arraycopy(text, 0, bytes, start, text.length);
    setText(slot, start, text.length);
  }

  private static long number(Object value) {
    if (value instanceof Instant instant) {
      return instant.toEpochMilli();
    } else if (value instanceof Enum<?> symbol) {
      return symbol.ordinal();
    } else if (value instanceof Boolean flag) {
      return flag ? 1 : 0;
    } else if (value instanceof Integer || value instanceof Long) {
      return ((Number) value).longValue();
    }
    throw new IllegalArgumentException("no field of " + value.getClass() + " can be asked for");
  }

  private static Map<String, String> texts(Map<?, ?> map) {
    Map<String, String> texts = new HashMap<>();
    map.forEach((key, value) -> texts.put(key.toString(), value.toString()));
    return texts;
  }
}
