package io.leadpulse.jobs.record;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.event.EventKind;
import java.io.IOException;
import java.util.Map;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * An engagement in bytes: one bit for each optional field, then the fields that are there. Most are
 * not: a page view has four of them.
 */
final class EngagementFormat {
  private static final EventKind[] KINDS = EventKind.values();
  private static final int TEXTS = 13;

  /** The one text that comes after the numbers. */
  private static final int OUTCOME = TEXTS - 1;

  private static final int NUMBERS = 5;
  private static final int ANSWERS = 1 << (TEXTS + NUMBERS);
  private static final int MACHINE_OPEN = ANSWERS << 1;
  private static final int BOT_CLICK = ANSWERS << 2;
  private static final int OWN_STAFF = ANSWERS << 3;

  private EngagementFormat() {}

  static void write(Engagement event, DataOutputView out) throws IOException {
    int present = present(event);
    out.writeByte(event.kind().ordinal());
    out.writeInt(present);
    Primitives.writeText(out, event.leadId());
    Primitives.writeText(out, event.eventId());
    Primitives.writeNumber(out, event.recordedAt());
    Primitives.writeNumber(out, event.recordedAt() - event.occurredAt());
    for (int i = 0; i < OUTCOME; i++) {
      writeText(event, i, present, out);
    }
    for (int i = 0; i < NUMBERS; i++) {
      if ((present & 1 << (TEXTS + i)) != 0) {
        Primitives.writeNumber(out, number(event, i));
      }
    }
    writeText(event, OUTCOME, present, out);
    if ((present & ANSWERS) != 0) {
      Primitives.writeTexts(out, event.answers());
    }
  }

  private static void writeText(Engagement event, int index, int present, DataOutputView out)
      throws IOException {
    if ((present & 1 << index) != 0) {
      Primitives.writeText(out, text(event, index));
    }
  }

  private static int present(Engagement event) {
    int present = 0;
    for (int i = 0; i < TEXTS; i++) {
      present |= text(event, i).isEmpty() ? 0 : 1 << i;
    }
    for (int i = 0; i < NUMBERS; i++) {
      present |= number(event, i) == 0 ? 0 : 1 << (TEXTS + i);
    }
    present |= event.answers().isEmpty() ? 0 : ANSWERS;
    present |= event.machineOpen() ? MACHINE_OPEN : 0;
    present |= event.botClick() ? BOT_CLICK : 0;
    present |= event.ownStaff() ? OWN_STAFF : 0;
    return present;
  }

  private static String text(Engagement event, int index) {
    return switch (index) {
      case 0 -> event.path();
      case 1 -> event.form();
      case 2 -> event.asset();
      case 3 -> event.title();
      case 4 -> event.topic();
      case 5 -> event.campaign();
      case 6 -> event.link();
      case 7 -> event.message();
      case 8 -> event.webinar();
      case 9 -> event.session();
      case 10 -> event.searchTerms();
      case 11 -> event.method();
      case OUTCOME -> event.outcome();
      default -> throw new IndexOutOfBoundsException(index);
    };
  }

  private static int number(Engagement event, int index) {
    return switch (index) {
      case 0 -> event.status();
      case 1 -> event.minutes();
      case 2 -> event.scheduledMinutes();
      case 3 -> event.dwellSeconds();
      case 4 -> event.scrollPercent();
      default -> throw new IndexOutOfBoundsException(index);
    };
  }

  /** Reads the fields in the order in which {@link #write} wrote them. */
  static Engagement read(DataInputView in, Primitives primitives) throws IOException {
    EventKind kind = KINDS[in.readByte()];
    int present = in.readInt();
    String leadId = primitives.readText(in);
    String eventId = primitives.readText(in);
    long recordedAt = Primitives.readNumber(in);
    long occurredAt = recordedAt - Primitives.readNumber(in);
    return new Engagement(
        kind,
        leadId,
        eventId,
        occurredAt,
        recordedAt,
        text(0, present, in, primitives),
        text(1, present, in, primitives),
        text(2, present, in, primitives),
        text(3, present, in, primitives),
        text(4, present, in, primitives),
        text(5, present, in, primitives),
        text(6, present, in, primitives),
        text(7, present, in, primitives),
        text(8, present, in, primitives),
        text(9, present, in, primitives),
        text(10, present, in, primitives),
        text(11, present, in, primitives),
        number(0, present, in),
        number(1, present, in),
        number(2, present, in),
        number(3, present, in),
        number(4, present, in),
        text(OUTCOME, present, in, primitives),
        (present & ANSWERS) == 0 ? Map.of() : primitives.readTexts(in),
        (present & MACHINE_OPEN) != 0,
        (present & BOT_CLICK) != 0,
        (present & OWN_STAFF) != 0);
  }

  private static String text(int index, int present, DataInputView in, Primitives primitives)
      throws IOException {
    return (present & 1 << index) == 0 ? "" : primitives.readText(in);
  }

  private static int number(int index, int present, DataInputView in) throws IOException {
    return (present & 1 << (TEXTS + index)) == 0 ? 0 : (int) Primitives.readNumber(in);
  }
}
