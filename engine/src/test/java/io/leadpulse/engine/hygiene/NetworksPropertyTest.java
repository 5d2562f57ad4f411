package io.leadpulse.engine.hygiene;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.property.Lists;
import io.leadpulse.engine.property.Property;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Networks and addresses against whole numbers of 128 bits. */
class NetworksPropertyTest {
  private static final int BITS = 128;
  private static final int BYTES = 16;
  private static final byte[] MAPPED = HexFormat.of().parseHex("00000000000000000000ffff");

  private record Net(BigInteger address, int prefix) {
    boolean contains(BigInteger other) {
      return address.xor(other).shiftRight(BITS - prefix).signum() == 0;
    }

    /** The network with what lies beyond its length cleared, in any way to write it. */
    String text(SplittableRandom random) {
      BigInteger mask = BigInteger.ONE.shiftLeft(BITS - prefix).subtract(BigInteger.ONE);
      BigInteger cleared = address.andNot(mask);
      boolean plain = isMapped(cleared) && prefix >= 96 && random.nextBoolean();
      return plain
          ? dotted(cleared) + "/" + (prefix - 96)
          : ipv6(cleared, random) + (prefix == BITS && random.nextBoolean() ? "" : "/" + prefix);
    }
  }

  private record Case(List<Net> nets, List<BigInteger> addresses, long seed) {
    @Override
    public String toString() {
      SplittableRandom random = new SplittableRandom(seed);
      return nets.stream().map(net -> net.text(random)).toList()
          + " "
          + addresses.stream().map(a -> a.toString(16)).toList();
    }
  }

  @Test
  void anAddressIsInTheSetIfAndOnlyIfItIsInOneOfItsNetworks() {
    Property.check(NetworksPropertyTest::random, NetworksPropertyTest::smaller, this::check);
  }

  private void check(Case c) {
    SplittableRandom random = new SplittableRandom(c.seed());
    Networks networks = new Networks(c.nets().stream().map(net -> net.text(random)).toList());
    for (BigInteger address : c.addresses()) {
      boolean expected = c.nets().stream().anyMatch(net -> net.contains(address));
      assertThat(networks.contains(ipv6(address, random))).isEqualTo(expected);
      if (isMapped(address)) {
        assertThat(networks.contains(dotted(address))).isEqualTo(expected);
      }
    }
  }

  private static Case random(SplittableRandom random) {
    List<Net> nets = new ArrayList<>();
    List<BigInteger> addresses = new ArrayList<>();
    for (int i = random.nextInt(6); i >= 0; i--) {
      BigInteger address = address(random);
      int prefix = isMapped(address) ? random.nextInt(96, BITS + 1) : random.nextInt(1, BITS + 1);
      nets.add(new Net(address, prefix));
      addresses.add(turned(address, random.nextInt(Math.max(0, prefix - 3), BITS)));
    }
    // One in another, side by side, far away.
    Net first = nets.get(0);
    nets.add(new Net(first.address(), Math.min(BITS, first.prefix() + random.nextInt(1, 9))));
    addresses.add(address(random));
    return new Case(nets, addresses, random.nextLong());
  }

  private static List<Case> smaller(Case c) {
    List<Case> smaller = new ArrayList<>();
    for (List<Net> nets : Lists.smaller(c.nets())) {
      smaller.add(new Case(nets, c.addresses(), c.seed()));
    }
    for (List<BigInteger> addresses : Lists.smaller(c.addresses())) {
      smaller.add(new Case(c.nets(), addresses, c.seed()));
    }
    return smaller;
  }

  private static BigInteger address(SplittableRandom random) {
    byte[] address = new byte[BYTES];
    for (int i = 0; i < BYTES; i++) {
      address[i] = (byte) (random.nextInt(3) == 0 ? random.nextInt(256) : 0);
    }
    if (random.nextBoolean()) {
      System.arraycopy(MAPPED, 0, address, 0, MAPPED.length);
    }
    return new BigInteger(1, address);
  }

  private static BigInteger turned(BigInteger address, int bit) {
    return address.flipBit(BITS - 1 - bit);
  }

  private static boolean isMapped(BigInteger address) {
    return address.shiftRight(32).intValue() == 0xFFFF && address.bitLength() == 48;
  }

  private static String dotted(BigInteger address) {
    return part(address, 24, 255)
        + "."
        + part(address, 16, 255)
        + "."
        + part(address, 8, 255)
        + "."
        + part(address, 0, 255);
  }

  private static int part(BigInteger address, int shift, int mask) {
    return address.shiftRight(shift).intValue() & mask;
  }

  /** Any way to write it: with and without a gap, leading zeros, capitals, IPv4 at the end. */
  private static String ipv6(BigInteger address, SplittableRandom random) {
    List<String> groups = new ArrayList<>();
    boolean tail = random.nextInt(4) == 0;
    for (int i = 0; i < (tail ? 6 : 8); i++) {
      int group = part(address, BITS - 16 * (i + 1), 0xFFFF);
      String text = random.nextBoolean() ? "%x".formatted(group) : "%04X".formatted(group);
      groups.add(text);
    }
    if (tail) {
      groups.add(dotted(address));
    }
    int from = random.nextInt(groups.size());
    int to = from;
    while (to < groups.size() && groups.get(to).matches("0+")) {
      to++;
    }
    if (to == from) {
      return String.join(":", groups);
    }
    return String.join(":", groups.subList(0, from))
        + "::"
        + String.join(":", groups.subList(to, groups.size()));
  }
}
