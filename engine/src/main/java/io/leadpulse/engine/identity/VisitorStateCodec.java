package io.leadpulse.engine.identity;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.bytes.ByteSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns a visitor's state into compact bytes and back. The first byte is the layout's version;
 * every version ever released stays readable. Not thread-safe.
 */
public final class VisitorStateCodec {
  /** The layout that {@link #write} produces. */
  public static final int VERSION = 1;

  private static final int LINKED = 1;
  private static final int WAITING = 2;
  private static final int SHARED = 4;
  private static final long DAY_MILLIS = 86_400_000;

  private final ByteSink out = new ByteSink();

  public byte[] write(VisitorState visitor) {
    out.clear();
    out.fixed8(VERSION);
    out.fixed8(flags(visitor));
    out.unsigned(visitor.lastDay - (long) VisitorState.NEVER);
    if (!visitor.links.isEmpty()) {
      writeLinks(visitor.links.links(), start(visitor));
    }
    if (!visitor.waiting.isEmpty()) {
      writeWaiting(visitor.waiting, start(visitor));
    }
    return out.toBytes();
  }

  private static int flags(VisitorState visitor) {
    return (visitor.links.isEmpty() ? 0 : LINKED)
        | (visitor.waiting.isEmpty() ? 0 : WAITING)
        | (visitor.shared ? SHARED : 0);
  }

  /** Times are told from the day on which the visitor was last seen. */
  private static long start(VisitorState visitor) {
    return visitor.lastDay * DAY_MILLIS;
  }

  /** Each lead once: two who share a computer change places often. */
  private void writeLinks(List<Link> links, long start) {
    List<String> leads = links.stream().map(Link::leadId).distinct().toList();
    out.unsigned(leads.size());
    leads.forEach(out::text);
    out.unsigned(links.size());
    long previous = start;
    for (Link link : links) {
      out.unsigned(leads.indexOf(link.leadId()));
      out.signed(link.since() - previous);
      previous = link.since();
    }
  }

  private void writeWaiting(List<WaitingTouch> waiting, long start) {
    out.unsigned(waiting.size());
    long previous = start;
    for (WaitingTouch touch : waiting) {
      out.signed(touch.occurredAt() - previous);
      out.fixed64(touch.hash());
      out.unsigned(touch.payload().length);
      out.bytes(touch.payload(), 0, touch.payload().length);
      previous = touch.occurredAt();
    }
  }

  /**
   * Reads what {@link #write} of this or an earlier release wrote.
   *
   * @throws IllegalStateException if the bytes come from a later release or are damaged
   */
  public VisitorState read(byte[] bytes) {
    ByteSource in = new ByteSource(bytes);
    int version = in.fixed8();
    if (version != VERSION) {
      throw new IllegalStateException(
          "visitor state of layout " + version + "; this release reads up to " + VERSION);
    }
    VisitorState visitor = new VisitorState();
    int flags = in.fixed8();
    visitor.shared = (flags & SHARED) != 0;
    visitor.lastDay = in.count() + VisitorState.NEVER;
    if ((flags & LINKED) != 0) {
      readLinks(in, visitor);
    }
    if ((flags & WAITING) != 0) {
      readWaiting(in, visitor);
    }
    if (!in.isAtEnd()) {
      throw new IllegalStateException("visitor state with bytes left over");
    }
    return visitor;
  }

  private static void readLinks(ByteSource in, VisitorState visitor) {
    List<String> leads = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      leads.add(in.text());
    }
    long since = start(visitor);
    for (int left = in.count(); left > 0; left--) {
      String lead = leads.get(in.count());
      since += in.signed();
      visitor.links.restore(new Link(since, lead));
    }
  }

  private static void readWaiting(ByteSource in, VisitorState visitor) {
    long occurredAt = start(visitor);
    for (int left = in.count(); left > 0; left--) {
      occurredAt += in.signed();
      long hash = in.fixed64();
      visitor.waiting.add(new WaitingTouch(occurredAt, hash, in.bytes(in.count())));
    }
  }
}
