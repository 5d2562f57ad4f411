package io.leadpulse.engine.ledger;

import java.util.Arrays;

/**
 * The events of one lead that copies may still come of: hashes of {@code (source, event id)} with
 * the hour in which Kafka got them.
 *
 * <p>An event is forgotten once its own source has delivered a record of this lead from more than
 * the window later; a source that lags behind others loses nothing.
 */
public final class SeenEvents {
  private static final int SOURCES = 8;

  private long[] hashes = {};
  private int[] hours = {};
  private byte[] sources = {};
  private int size;
  private final int[] newest = new int[SOURCES];

  public SeenEvents() {
    Arrays.fill(newest, Integer.MIN_VALUE);
  }

  /** The number of events remembered. */
  public int size() {
    return size;
  }

  public long hash(int i) {
    return hashes[i];
  }

  public int hour(int i) {
    return hours[i];
  }

  public int source(int i) {
    return sources[i];
  }

  /**
   * Notes an event unless it is known.
   *
   * @param source number of the source topic, 0 to 7
   * @param hash of source and event id
   * @param hour of the record's Kafka timestamp
   * @param windowHours how long copies may come
   * @return whether the event is new
   */
  public boolean add(int source, long hash, int hour, int windowHours) {
    for (int i = 0; i < size; i++) {
      if (hashes[i] == hash && sources[i] == source) {
        return false;
      }
    }
    if (hour > newest[source]) {
      newest[source] = hour;
      prune(source, hour - windowHours);
    }
    restore(source, hash, hour);
    return true;
  }

  /** Puts back an event as it was stored. */
  public void restore(int source, long hash, int hour) {
    if (size == hashes.length) {
      int length = size < 4 ? 4 : size + (size >> 1);
      hashes = Arrays.copyOf(hashes, length);
      hours = Arrays.copyOf(hours, length);
      sources = Arrays.copyOf(sources, length);
    }
    hashes[size] = hash;
    hours[size] = hour;
    sources[size] = (byte) source;
    newest[source] = Math.max(newest[source], hour);
    size++;
  }

  private void prune(int source, int from) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (sources[i] != source || hours[i] >= from) {
        hashes[kept] = hashes[i];
        hours[kept] = hours[i];
        sources[kept] = sources[i];
        kept++;
      }
    }
    size = kept;
  }
}
