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
  private final Map<String, Long> most = new HashMap<>();

  Outputs(Claim claim) {
    this.claim = claim;
  }

  void add(byte[] key, byte[] value) {
    switch (claim) {
      case EVERY_INPUT_ONCE, ONE_FOR_ONE -> records.add(NOTHING, NOTHING, 0);
      case SAME_RECORDS, LEAN_RECORDS -> records.add(key, value, value.length);
      case EVENTS_COUNTED -> {
        records.add(NOTHING, NOTHING, 0);
        long count = ByteBuffer.wrap(value).getLong(value.length - Long.BYTES);
        most.merge(new String(key, StandardCharsets.UTF_8), count, Math::max);
      }
      case LEAN_RECORDS_COUNTED -> {
        int length = value.length - Long.BYTES;
        records.add(key, value, length);
        numbers.add(key, Arrays.copyOfRange(value, length, value.length), Long.BYTES);
      }
    }
  }

  @Override
  public String toString() {
    return switch (claim) {
      case LEAN_RECORDS_COUNTED -> records + ", numbers of " + numbers;
      case EVENTS_COUNTED -> records + ", at last " + atLast();
      default -> records.toString();
    };
  }

  private Tally atLast() {
    Tally last = new Tally();
    most.forEach(
        (lead, count) ->
            last.add(
                lead.getBytes(StandardCharsets.UTF_8),
                ByteBuffer.allocate(Long.BYTES).putLong(count).array(),
                Long.BYTES));
    return last;
  }
}
