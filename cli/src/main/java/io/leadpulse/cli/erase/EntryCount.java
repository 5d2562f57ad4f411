package io.leadpulse.cli.erase;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Counts the entries of state that name each of some leads. */
final class EntryCount {
  private static final int CHUNK = 1 << 20;

  private final List<LeadId> leads;
  private final long[] counts;

  EntryCount(List<LeadId> leads) {
    this.leads = leads;
    counts = new long[leads.size()];
  }

  /** Takes an entry of a database. */
  void entry(byte[] key, byte[] value) {
    for (int i = 0; i < counts.length; i++) {
      LeadId lead = leads.get(i);
      counts[i] += lead.isStoredIn(key) || lead.isStoredIn(value) ? 1 : 0;
    }
  }

  /** Takes entries that follow each other; each time that an id stands there counts. */
  void stream(InputStream in) throws IOException {
    int overlap = overlap();
    byte[] window = new byte[overlap + CHUNK];
    int kept = 0;
    int read = in.readNBytes(window, 0, CHUNK);
    while (read > 0) {
      int end = kept + read;
      for (int i = 0; i < counts.length; i++) {
        counts[i] += count(leads.get(i), window, kept, end);
      }
      int keep = Math.min(end, overlap);
      System.arraycopy(window, end - keep, window, 0, keep);
      kept = keep;
      read = in.readNBytes(window, kept, CHUNK);
    }
  }

  /** Bytes of the one before that a chunk is looked at with: an id may lie across the border. */
  private int overlap() {
    return leads.stream()
            .flatMap(lead -> lead.behindLength().stream())
            .mapToInt(form -> form.length)
            .max()
            .orElse(1)
        - 1;
  }

  /** Those that end behind what was looked at before. */
  private static long count(LeadId lead, byte[] window, int seen, int end) {
    long count = 0;
    for (byte[] form : lead.behindLength()) {
      int at = Bytes.find(form, window, Math.max(0, seen - form.length + 1), end);
      while (at >= 0) {
        count++;
        at = Bytes.find(form, window, at + 1, end);
      }
    }
    return count;
  }

  long of(LeadId lead) {
    return counts[leads.indexOf(lead)];
  }
}
