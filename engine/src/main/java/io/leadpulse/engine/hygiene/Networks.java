package io.leadpulse.engine.hygiene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A set of networks. Two networks either lie apart or one in the other, so those that lie in no
 * other are sorted, and an address is looked for by halving.
 */
public final class Networks {
  private static final Comparator<Cidr> BY_START_THEN_WIDEST =
      Comparator.<Cidr>comparingLong(cidr -> cidr.high() ^ Long.MIN_VALUE)
          .thenComparingLong(cidr -> cidr.low() ^ Long.MIN_VALUE)
          .thenComparingInt(Cidr::prefix);

  private final Cidr[] apart;
  private final Address address = new Address();

  /**
   * @param texts networks as {@link Cidr#parse} reads them
   */
  public Networks(List<String> texts) {
    List<Cidr> sorted =
        texts.stream()
            .map(text -> Cidr.parse(text).orElseThrow())
            .sorted(BY_START_THEN_WIDEST)
            .toList();
    List<Cidr> kept = new ArrayList<>();
    for (Cidr cidr : sorted) {
      if (kept.isEmpty() || !kept.get(kept.size() - 1).contains(cidr.high(), cidr.low())) {
        kept.add(cidr);
      }
    }
    apart = kept.toArray(Cidr[]::new);
  }

  public boolean isEmpty() {
    return apart.length == 0;
  }

  /** Whether an address lies in one of the networks; a text that is no address lies in none. */
  public boolean contains(String ip) {
    if (apart.length == 0 || !address.read(ip, ip.length())) {
      return false;
    }
    int at = lastNotAfter(address.high(), address.low());
    return at >= 0 && apart[at].contains(address.high(), address.low());
  }

  private int lastNotAfter(long high, long low) {
    int from = 0;
    int to = apart.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      int order = Long.compareUnsigned(apart[middle].high(), high);
      order = order == 0 ? Long.compareUnsigned(apart[middle].low(), low) : order;
      if (order <= 0) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from - 1;
  }
}
