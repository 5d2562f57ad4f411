package io.leadpulse.chaos.oracle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Largest remainders: a whole is cut, and what is left is shared out to the last milli-point. */
final class Shares {
  private Shares() {}

  /**
   * Scales shares down.
   *
   * @param sum of the shares
   * @param target at most {@code sum}
   */
  static void scale(Map<String, Long> shares, long sum, long target) {
    if (sum == target) {
      return;
    }
    BigInteger whole = BigInteger.valueOf(sum);
    Map<String, BigInteger> remainders = new HashMap<>();
    long given = 0;
    for (Map.Entry<String, Long> share : shares.entrySet()) {
      BigInteger[] parts =
          BigInteger.valueOf(share.getValue())
              .multiply(BigInteger.valueOf(target))
              .divideAndRemainder(whole);
      share.setValue(parts[0].longValueExact());
      remainders.put(share.getKey(), parts[1]);
      given += share.getValue();
    }
    List<String> order = new ArrayList<>(shares.keySet());
    order.sort(
        Comparator.<String, BigInteger>comparing(remainders::get)
            .reversed()
            .thenComparing(Comparator.naturalOrder()));
    for (int i = 0; i < target - given; i++) {
      shares.merge(order.get(i), 1L, Long::sum);
    }
  }
}
