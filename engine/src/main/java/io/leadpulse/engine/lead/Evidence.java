package io.leadpulse.engine.lead;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.bytes.ByteSource;
import io.leadpulse.engine.bytes.Utf8;
import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.event.EventKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The latest touches of a lead, by the time they happened; at most {@link #CAPACITY}.
 *
 * <p>Each event writes one and almost none is ever read, so they are kept as the bytes that are
 * stored: time, kind, signal, then the texts.
 */
public final class Evidence {
  public static final int CAPACITY = 8;

  private static final EventKind[] KINDS = EventKind.values();
  private static final byte[] NONE = {};
  private static final int TEXTS = 4;
  private static final int BEFORE_TEXTS = Long.BYTES + 1 + Integer.BYTES;
  private static final int LENGTH_OF_LENGTH = 5;
  private static final int ONE_BYTE = 0x80;

  private byte[] bytes = NONE;
  private int length;
  private int size;

  /** Where the last touch begins. */
  private int last;

  /** When the last touch happened; here too, since every event asks for it. */
  private long lastAt;

  /** The touches, oldest first. */
  public List<Touch> touches() {
    List<Touch> touches = new ArrayList<>(size);
    ByteSource in = source();
    for (int left = size; left > 0; left--) {
      long occurredAt = in.fixed64();
      EventKind kind = KINDS[in.fixed8()];
      int signal = in.fixed32();
      touches.add(new Touch(in.text(), occurredAt, kind, signal, in.text(), in.text(), in.text()));
    }
    return List.copyOf(touches);
  }

  /** A topic that a touch named by itself. */
  record Interest(int signal, String topic) {}

  /** What touches were about, where they say so; the rest of them is not even read. */
  List<Interest> interests() {
    List<Interest> interests = new ArrayList<>(0);
    ByteSource in = source();
    for (int left = size; left > 0; left--) {
      in.skip(Long.BYTES + 1);
      int signal = in.fixed32();
      in.skip(in.count());
      in.skip(in.count());
      if (in.isTextEmpty()) {
        in.skip(1);
      } else {
        interests.add(new Interest(signal, in.text()));
      }
      in.skip(in.count());
    }
    return interests;
  }

  private ByteSource source() {
    return new ByteSource(bytes, 0, length);
  }

  /**
   * Takes an engagement, if it is one of the latest.
   *
   * @param signal hash of the first signal that it counted for
   */
  void add(Engagement event, int signal) {
    add(
        event.eventId(),
        event.occurredAt(),
        event.kind(),
        signal,
        Touch.detail(event),
        event.topic(),
        event.campaign());
  }

  void add(
      String eventId,
      long occurredAt,
      EventKind kind,
      int signal,
      String detail,
      String topic,
      String campaign) {
    if (size == CAPACITY && lastAt < occurredAt) {
      dropFirst();
    }
    int before = last;
    long beforeAt = lastAt;
    int start = length;
    append(eventId, occurredAt, kind, signal, detail, topic, campaign);
    if (size > 1 && beforeAt >= occurredAt) {
      int place = place(occurredAt, eventId, start);
      if (place < start) {
        move(start, place);
        last = before + length - start;
        lastAt = beforeAt;
      }
    }
    if (size > CAPACITY) {
      dropFirst();
    }
  }

  /** Takes the touches of another lead that are among the latest. */
  void unite(Evidence other) {
    for (Touch touch : other.touches()) {
      add(
          touch.eventId(),
          touch.occurredAt(),
          touch.kind(),
          touch.signal(),
          touch.detail(),
          touch.topic(),
          touch.campaign());
    }
  }

  void clear() {
    length = 0;
    size = 0;
    last = 0;
    lastAt = 0;
  }

  /** Forgets a touch, if it is still among the latest. */
  void remove(long occurredAt, EventKind kind) {
    ByteSource in = source();
    for (int i = 0; i < size; i++) {
      int start = in.position();
      boolean sameTime = in.fixed64() == occurredAt;
      boolean found = in.fixed8() == kind.ordinal() && sameTime;
      in.skip(BEFORE_TEXTS - Long.BYTES - 1);
      skipTexts(in, TEXTS);
      if (found) {
        cut(start, in.position());
        return;
      }
    }
  }

  private void cut(int start, int end) {
    System.arraycopy(bytes, end, bytes, start, length - end);
    length -= end - start;
    size--;
    ByteSource in = source();
    for (int i = 0; i < size; i++) {
      last = in.position();
      lastAt = in.fixed64();
      in.skip(BEFORE_TEXTS - Long.BYTES);
      skipTexts(in, TEXTS);
    }
    if (size == 0) {
      last = 0;
    }
  }

  /** Where a touch belongs among those that end before the last one; equal times by event id. */
  private int place(long occurredAt, String eventId, int end) {
    ByteSource in = new ByteSource(bytes, 0, end);
    while (in.position() < end) {
      int place = in.position();
      long at = in.fixed64();
      in.skip(BEFORE_TEXTS - Long.BYTES);
      boolean tied = at == occurredAt;
      if (tied ? in.text().compareTo(eventId) > 0 : at > occurredAt) {
        return place;
      }
      skipTexts(in, tied ? TEXTS - 1 : TEXTS);
    }
    return end;
  }

  /** Moves the last touch before the one at a place. */
  private void move(int start, int place) {
    byte[] touch = Arrays.copyOfRange(bytes, start, length);
    System.arraycopy(bytes, place, bytes, place + touch.length, start - place);
    System.arraycopy(touch, 0, bytes, place, touch.length);
  }

  private void dropFirst() {
    ByteSource in = source();
    in.skip(BEFORE_TEXTS);
    skipTexts(in, TEXTS);
    int first = in.position();
    System.arraycopy(bytes, first, bytes, 0, length - first);
    length -= first;
    last -= first;
    size--;
  }

  private static void skipTexts(ByteSource in, int texts) {
    for (int text = 0; text < texts; text++) {
      in.skip(in.count());
    }
  }

  private void append(
      String eventId,
      long occurredAt,
      EventKind kind,
      int signal,
      String detail,
      String topic,
      String campaign) {
    int chars = eventId.length() + Touch.kept(detail) + Touch.kept(topic) + Touch.kept(campaign);
    room(BEFORE_TEXTS + TEXTS * LENGTH_OF_LENGTH + Utf8.MOST * chars);
    last = length;
    lastAt = occurredAt;
    ByteSink.LONG.set(bytes, length, occurredAt);
    bytes[length + Long.BYTES] = (byte) kind.ordinal();
    ByteSink.INT.set(bytes, length + Long.BYTES + 1, signal);
    length += BEFORE_TEXTS;
    text(eventId, eventId.length());
    text(detail, Touch.kept(detail));
    text(topic, Touch.kept(topic));
    text(campaign, Touch.kept(campaign));
    size++;
  }

  /** Writes a text behind its length in bytes, which is known only afterwards and mostly short. */
  private void text(String text, int chars) {
    int end = Utf8.write(text, chars, bytes, length + 1);
    int count = end - length - 1;
    if (count < ONE_BYTE) {
      bytes[length] = (byte) count;
      length = end;
      return;
    }
    byte[] utf8 = Arrays.copyOfRange(bytes, length + 1, end);
    for (int rest = count; ; rest >>>= 7) {
      bytes[length++] = (byte) (rest < ONE_BYTE ? rest : rest | ONE_BYTE);
      if (rest < ONE_BYTE) {
        break;
      }
    }
    System.arraycopy(utf8, 0, bytes, length, count);
    length += count;
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, length + more + (length >> 2));
    }
  }

  boolean isEmpty() {
    return size == 0;
  }

  void write(ByteSink out) {
    out.fixed8(size);
    out.unsigned(last);
    out.unsigned(length);
    out.bytes(bytes, 0, length);
  }

  void read(ByteSource in) {
    size = in.fixed8();
    last = in.count();
    length = in.count();
    bytes = in.bytes(length);
    lastAt = size == 0 ? 0 : (long) ByteSink.LONG.get(bytes, last);
  }

  /** The bytes that this holds on the heap, about. */
  int footprint() {
    return 40 + 16 + bytes.length;
  }
}
