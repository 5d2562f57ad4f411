package io.leadpulse.engine.hygiene;

import java.util.Optional;

/**
 * A network: all addresses that begin with the same bits.
 *
 * @param high the first 64 bits of its first address
 * @param low the last 64 bits of its first address
 * @param prefix how many bits are the same, of 128; those of IPv4 are the last 32
 * @param exact whether the text had no bits beyond the prefix
 */
public record Cidr(long high, long low, int prefix, boolean exact) {

  /** A network from address and prefix length, or from an address alone; empty if it is none. */
  public static Optional<Cidr> parse(String text) {
    int slash = text.indexOf('/');
    Address address = new Address();
    if (!address.read(text, slash < 0 ? text.length() : slash)) {
      return Optional.empty();
    }
    boolean ipv4 = text.indexOf(':') < 0;
    int most = ipv4 ? Address.BITS - Address.IPV4_PREFIX : Address.BITS;
    int length = slash < 0 ? most : number(text.substring(slash + 1));
    if (length < 0 || length > most) {
      return Optional.empty();
    }
    int prefix = ipv4 ? Address.IPV4_PREFIX + length : length;
    long high = address.high() & mask(prefix);
    long low = address.low() & mask(prefix - Long.SIZE);
    boolean exact = high == address.high() && low == address.low();
    return Optional.of(new Cidr(high, low, prefix, exact));
  }

  private static int number(String text) {
    boolean digits = !text.isEmpty() && text.length() <= 3;
    int value = 0;
    for (int i = 0; digits && i < text.length(); i++) {
      digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
      value = value * 10 + text.charAt(i) - '0';
    }
    return digits ? value : -1;
  }

  private static long mask(int bits) {
    return bits <= 0 ? 0 : bits >= Long.SIZE ? -1L : -1L << (Long.SIZE - bits);
  }

  /** Whether an address lies in the network. */
  boolean contains(long otherHigh, long otherLow) {
    return (otherHigh & mask(prefix)) == high && (otherLow & mask(prefix - Long.SIZE)) == low;
  }

  /** Whether it is every address, or every one of IPv4. */
  public boolean isEverything() {
    return prefix == 0 || (prefix == Address.IPV4_PREFIX && isIpv4());
  }

  private boolean isIpv4() {
    return high == 0 && low >>> 32 == Address.MAPPED >>> 32;
  }

  /** The network with no bits beyond the prefix, as text. */
  public String text() {
    if (isIpv4() && prefix >= Address.IPV4_PREFIX) {
      return (low >>> 24 & 255)
          + "."
          + (low >>> 16 & 255)
          + "."
          + (low >>> 8 & 255)
          + "."
          + (low & 255)
          + "/"
          + (prefix - Address.IPV4_PREFIX);
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      long half = i < 4 ? high : low;
      text.append(i == 0 ? "" : ":").append(Long.toHexString(half >>> (48 - i % 4 * 16) & 0xFFFF));
    }
    return text.append('/').append(prefix).toString();
  }
}
