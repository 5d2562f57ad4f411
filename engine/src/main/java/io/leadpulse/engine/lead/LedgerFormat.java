package io.leadpulse.engine.lead;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.bytes.ByteSource;
import io.leadpulse.engine.ledger.Ledger;
import io.leadpulse.engine.ledger.SeenEvents;

/** Stores what a lead did, and the events of which copies may come. */
final class LedgerFormat {
  private static final int SOURCE_BITS = 3;

  private LedgerFormat() {}

  static void write(Ledger ledger, ByteSink out, int clock) {
    out.unsigned(ledger.size());
    if (ledger.isEmpty()) {
      return;
    }
    out.unsigned(ledger.cellCount());
    for (int at = ledger.first(); at != Ledger.END; at = ledger.next(at)) {
      int intervals = ledger.intervalCount(at);
      out.fixed32(ledger.signal(at));
      out.unsigned((long) ledger.hourCount(at) << 1 | (intervals > 0 ? 1 : 0));
      if (intervals > 0) {
        out.unsigned(intervals);
      }
      writeHours(ledger, at, out, clock);
      writeIntervals(ledger, at, out, clock);
    }
  }

  /** The first hour from the clock, each further one from that before. */
  private static void writeHours(Ledger ledger, int at, ByteSink out, int clock) {
    int hours = ledger.hourCount(at);
    int previous = clock;
    for (int i = 0; i < hours; i++) {
      int count = ledger.count(at, i);
      int hour = ledger.hour(at, i);
      long distance = i == 0 ? zigzag((long) clock - hour) : (long) hour - previous;
      out.unsigned(distance << 1 | (count > 1 ? 1 : 0));
      if (count > 1) {
        out.unsigned(count);
      }
      previous = hour;
    }
  }

  private static void writeIntervals(Ledger ledger, int at, ByteSink out, int clock) {
    int intervals = ledger.intervalCount(at);
    for (int i = 0; i < intervals; i++) {
      int first = ledger.firstHour(at, i);
      int length = ledger.lastHour(at, i) - first;
      out.fixed64(ledger.key(at, i));
      out.unsigned(zigzag((long) clock - first) << 1 | (length > 0 ? 1 : 0));
      if (length > 0) {
        out.unsigned(length);
      }
    }
  }

  static void read(ByteSource in, Ledger ledger, int clock) {
    int signals = in.count();
    if (signals == 0) {
      return;
    }
    ledger.reserve(in.count());
    for (int left = signals; left > 0; left--) {
      int signal = in.fixed32();
      int hours = in.count();
      int intervals = (hours & 1) == 0 ? 0 : in.count();
      int at = ledger.restore(signal, hours >> 1, intervals);
      readHours(in, ledger, at, clock);
      readIntervals(in, ledger, at, clock);
    }
  }

  private static void readHours(ByteSource in, Ledger ledger, int at, int clock) {
    int hours = ledger.hourCount(at);
    int hour = 0;
    for (int i = 0; i < hours; i++) {
      long code = in.unsigned();
      hour = (int) (i == 0 ? clock - unzigzag(code >>> 1) : hour + (code >>> 1));
      ledger.restoreHour(at, i, hour, (code & 1) == 0 ? 1 : in.count());
    }
  }

  private static void readIntervals(ByteSource in, Ledger ledger, int at, int clock) {
    int intervals = ledger.intervalCount(at);
    for (int i = 0; i < intervals; i++) {
      long key = in.fixed64();
      long code = in.unsigned();
      int first = (int) (clock - unzigzag(code >>> 1));
      int length = (code & 1) == 0 ? 0 : in.count();
      ledger.restoreInterval(at, i, key, first, first + length);
    }
  }

  /** Writes runs first, then all hashes in a block. */
  static void write(SeenEvents seen, ByteSink out, int hourBefore) {
    out.unsigned(seen.size());
    out.unsigned(seen.runCount());
    int start = 0;
    int previous = hourBefore;
    for (int run = 0; run < seen.runCount(); run++) {
      int count = seen.end(run) - start;
      out.unsigned((long) count << SOURCE_BITS | seen.source(run));
      out.signed((long) seen.hour(run) - previous);
      previous = seen.hour(run);
      start = seen.end(run);
    }
    for (int i = 0; i < seen.size(); i++) {
      out.fixed64(seen.hash(i));
    }
  }

  static void read(ByteSource in, SeenEvents seen, int hourBefore) {
    int size = in.count();
    seen.reserve(size);
    int hour = hourBefore;
    for (int left = in.count(); left > 0; left--) {
      long code = in.unsigned();
      hour += (int) in.signed();
      seen.restore((int) code & (1 << SOURCE_BITS) - 1, hour, (int) (code >>> SOURCE_BITS));
    }
    for (int i = 0; i < size; i++) {
      seen.restore(i, in.fixed64());
    }
  }

  private static long zigzag(long value) {
    return (value << 1) ^ (value >> 63);
  }

  private static long unzigzag(long raw) {
    return (raw >>> 1) ^ -(raw & 1);
  }
}
