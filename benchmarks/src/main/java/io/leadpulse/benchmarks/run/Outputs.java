package io.leadpulse.benchmarks.run;

import io.leadpulse.benchmarks.peer.Claim;
import java.util.Arrays;

/**
 * Adds up the output of a peer as far as its claim goes. Which of a lead's records has which number
 * depends on the order of arrival, so records and numbers are added up apart.
 */
final class Outputs {
  private static final byte[] NOTHING = {};

  private final Claim claim;
  private final Tally records = new Tally();
  private final Tally numbers = new Tally();

  Outputs(Claim claim) {
    this.claim = claim;
  }

  void add(byte[] key, byte[] value) {
    switch (claim) {
      case EVERY_INPUT_ONCE, ONE_FOR_ONE -> records.add(NOTHING, NOTHING, 0);
      case SAME_RECORDS, LEAN_RECORDS -> records.add(key, value, value.length);
      case LEAN_RECORDS_COUNTED -> {
        int length = value.length - Long.BYTES;
        records.add(key, value, length);
        numbers.add(key, Arrays.copyOfRange(value, length, value.length), Long.BYTES);
      }
    }
  }

  @Override
  public String toString() {
    return claim == Claim.LEAN_RECORDS_COUNTED
        ? records + ", numbers of " + numbers
        : records.toString();
  }
}
