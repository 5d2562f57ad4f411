package io.leadpulse.engine.account;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.bytes.ByteSource;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an account knows of one of its leads.
 *
 * @param activeAt epoch milliseconds, {@link Long#MIN_VALUE} for never
 * @param intents milli-points by scorecard, all above 0
 */
public record Member(long activeAt, Map<String, Long> intents) {
  private static final int VERSION = 1;

  /** A lead of whom nothing is known. */
  static final Member NOBODY = new Member(Long.MIN_VALUE, Map.of());

  Member with(MemberUpdate update) {
    Map<String, Long> merged = new TreeMap<>(intents);
    update
        .intents()
        .forEach(
            (scorecard, intent) -> {
              if (intent > 0) {
                merged.put(scorecard, intent);
              } else {
                merged.remove(scorecard);
              }
            });
    return new Member(update.activeAt(), merged);
  }

  /** Milli-points on a scorecard, 0 if there are none. */
  public long intent(String scorecard) {
    return intents.getOrDefault(scorecard, 0L);
  }

  /** Whether it has no score on any scorecard: then it is no member. */
  boolean isGone() {
    return intents.isEmpty();
  }

  public byte[] toBytes() {
    ByteSink out = new ByteSink();
    out.fixed8(VERSION);
    out.signed(activeAt);
    out.unsigned(intents.size());
    intents.forEach(
        (scorecard, intent) -> {
          out.text(scorecard);
          out.unsigned(intent);
        });
    return out.toBytes();
  }

  /**
   * A member as it was written.
   *
   * @throws IllegalStateException if the bytes come from a later release
   */
  public static Member of(byte[] bytes) {
    ByteSource in = new ByteSource(bytes);
    int version = in.fixed8();
    if (version != VERSION) {
      throw new IllegalStateException("member in layout " + version);
    }
    long activeAt = in.signed();
    Map<String, Long> intents = new TreeMap<>();
    for (int left = in.count(); left > 0; left--) {
      intents.put(in.text(), in.unsigned());
    }
    return new Member(activeAt, intents);
  }
}
