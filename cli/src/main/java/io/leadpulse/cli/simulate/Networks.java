package io.leadpulse.cli.simulate;

import java.util.random.RandomGenerator;

/** Where requests come from. All three ranges are reserved for documentation. */
final class Networks {
  private static final String OFFICES = "203.0.113.";
  private static final String RENTED = "192.0.2.";

  /** The vendor's own offices. */
  private static final String VENDOR = "198.51.100.";

  /** Share of the people who go through a tunnel that ends in a rented machine. */
  private static final double TUNNELLED = 0.05;

  private Networks() {}

  /** Of a person. */
  static String address(RandomGenerator random) {
    return Chance.of(random, TUNNELLED) ? rentedAddress(random) : officeAddress(random);
  }

  static String officeAddress(RandomGenerator random) {
    return OFFICES + random.nextInt(256);
  }

  static String rentedAddress(RandomGenerator random) {
    return RENTED + random.nextInt(256);
  }

  /** Of one of the vendor's own. */
  static String vendorAddress(RandomGenerator random) {
    return VENDOR + random.nextInt(256);
  }
}
