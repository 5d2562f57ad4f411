package io.leadpulse.benchmarks.run;

import io.leadpulse.benchmarks.peer.Claim;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Adds up the output of a peer as far as its claim goes. Which of a lead's records has which number
 * depends on the order of arrival, so records and numbers are added up apart.
 */
final class Outputs {
  private static final byte[] NOTHING = {};

  private final Claim claim;
  private final Tally records = new Tally();
  private final Tally numbers = new Tally();
  private final Map<String, Long> counts = new HashMap<>();

  Outputs(Claim claim) {
    this.claim = claim;
  }

  void add(byte[] key, byte[] value) {
    switch (claim) {
      case EVERY_INPUT_ONCE, ONE_FOR_ONE -> records.add(NOTHING, NOTHING, 0);
      case SAME_RECORDS, LEAN_RECORDS -> records.add(key, value, value.length);
      case EVENTS_COUNTED -> {
        records.add(NOTHING, NOTHING, 0);
        counts.merge(lead(key), count(value), Math::max);
      }
      case LAST_COUNTS -> counts.put(lead(key), count(value));
      case LEAN_RECORDS_COUNTED -> {
        int length = value.length - Long.BYTES;
        records.add(key, value, length);
        numbers.add(key, Arrays.copyOfRange(value, length, value.length), Long.BYTES);
      }
    }
  }

  private static String lead(byte[] key) {
    return new String(key, StandardCharsets.UTF_8);
  }

  private static long count(byte[] value) {
    return ByteBuffer.wrap(value).getLong(value.length - Long.BYTES);
  }

  @Override
  public String toString() {
    return switch (claim) {
      case LEAN_RECORDS_COUNTED -> records + ", numbers of " + numbers;
      case EVENTS_COUNTED -> records + ", at last " + atLast();
      case LAST_COUNTS -> "at last " + atLast();
      default -> records.toString();
    };
  }

  private Tally atLast() {
    Tally last = new Tally();
    counts.forEach(
        (lead, count) ->
            last.add(
                lead.getBytes(StandardCharsets.UTF_8),
                ByteBuffer.allocate(Long.BYTES).putLong(count).array(),
                Long.BYTES));
    return last;
  }
}
