package io.leadpulse.engine.hygiene;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.bytes.ByteSource;
import io.leadpulse.engine.event.EventKind;
import java.util.ArrayList;
import java.util.List;

/** Stores a recent event; parts that say nothing are left out. */
final class RecentFormat {
  private static final EventKind[] KINDS = EventKind.values();
  private static final int GROUP = 1;
  private static final int ITEM = 1 << 1;
  private static final int KNOWN = 1 << 2;
  private static final int REASONS = 1 << 3;
  private static final int HELD = 1 << 4;
  private static final int FLAGS = 1 << 5;
  private static final int ALIAS = 1 << 6;

  private RecentFormat() {}

  static void write(RecentEvent event, ByteSink out) {
    int parts = parts(event);
    out.fixed8(event.kind.ordinal());
    out.fixed8(parts);
    out.signed(event.occurredAt);
    out.signed((long) event.recordedHour - event.hour());
    out.unsigned(event.partition);
    out.unsigned(event.offset);
    if ((parts & FLAGS) != 0) {
      out.fixed8(event.flags);
    }
    if ((parts & GROUP) != 0) {
      out.fixed32(event.group);
    }
    if ((parts & ITEM) != 0) {
      out.fixed32(event.item);
    }
    if ((parts & KNOWN) != 0) {
      out.unsigned(event.known);
    }
    if ((parts & REASONS) != 0) {
      out.unsigned(event.reasons);
    }
    if ((parts & HELD) != 0) {
      out.signed(event.heldUntil - event.occurredAt);
    }
    if ((parts & ALIAS) != 0) {
      out.fixed32(event.alias);
    }
    writeTouches(event.touches, out);
  }

  private static int parts(RecentEvent event) {
    return (event.group != 0 ? GROUP : 0)
        | (event.item != 0 ? ITEM : 0)
        | (event.known != 0 ? KNOWN : 0)
        | (event.reasons != 0 ? REASONS : 0)
        | (event.heldUntil != 0 ? HELD : 0)
        | (event.flags != 0 ? FLAGS : 0)
        | (event.alias != 0 ? ALIAS : 0);
  }

  private static void writeTouches(List<RecentTouch> touches, ByteSink out) {
    out.unsigned(touches.size());
    for (int i = 0; i < touches.size(); i++) {
      RecentTouch touch = touches.get(i);
      out.fixed32(touch.signal());
      out.fixed8(touch.keyed() ? 1 : 0);
      if (touch.keyed()) {
        out.fixed64(touch.key());
      }
    }
  }

  static RecentEvent read(ByteSource in) {
    EventKind kind = KINDS[in.fixed8()];
    int parts = in.fixed8();
    long occurredAt = in.signed();
    int recordedHour = (int) (in.signed() + RecentEvent.hourOf(occurredAt));
    int partition = in.count();
    long offset = in.unsigned();
    int flags = (parts & FLAGS) != 0 ? in.fixed8() : 0;
    int group = (parts & GROUP) != 0 ? in.fixed32() : 0;
    int item = (parts & ITEM) != 0 ? in.fixed32() : 0;
    int known = (parts & KNOWN) != 0 ? in.count() : 0;
    int reasons = (parts & REASONS) != 0 ? in.count() : 0;
    long heldUntil = (parts & HELD) != 0 ? in.signed() + occurredAt : 0;
    int alias = (parts & ALIAS) != 0 ? in.fixed32() : 0;
    RecentEvent event =
        new RecentEvent(
            kind,
            occurredAt,
            recordedHour,
            partition,
            offset,
            flags,
            group,
            item,
            known,
            readTouches(in),
            alias);
    event.reasons = reasons;
    event.heldUntil = heldUntil;
    return event;
  }

  private static List<RecentTouch> readTouches(ByteSource in) {
    int size = in.count();
    List<RecentTouch> touches = new ArrayList<>(size);
    for (int left = size; left > 0; left--) {
      int signal = in.fixed32();
      boolean keyed = in.fixed8() != 0;
      touches.add(new RecentTouch(signal, keyed, keyed ? in.fixed64() : 0));
    }
    return touches;
  }
}
