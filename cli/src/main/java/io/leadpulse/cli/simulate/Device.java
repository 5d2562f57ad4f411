package io.leadpulse.cli.simulate;

import java.util.random.RandomGenerator;

/** What a person reads mails and pages with. */
enum Device {
  OFFICE_PC(
      45,
      false,
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/140.0.0.0 Safari/537.36"),
  OFFICE_PC_EDGE(
      20,
      false,
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0"),
  MAC(
      15,
      true,
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)"
          + " Version/18.5 Safari/605.1.15"),
  PHONE(
      20,
      true,
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
          + " Gecko) Version/18.5 Mobile/15E148 Safari/604.1");

  private static final int PERCENT = 100;

  private final int share;
  private final boolean proxied;
  private final String agent;

  Device(int share, boolean proxied, String agent) {
    this.share = share;
    this.proxied = proxied;
    this.agent = agent;
  }

  /** Draws one by how common they are. */
  static Device draw(RandomGenerator random) {
    int rest = random.nextInt(PERCENT);
    for (Device device : values()) {
      rest -= device.share;
      if (rest < 0) {
        return device;
      }
    }
    throw new IllegalStateException("The shares of the devices do not add up to 100");
  }

  /** Whether a privacy proxy opens its mails, so that a person's opening them goes unseen. */
  boolean isProxied() {
    return proxied;
  }

  /** Its user agent. */
  String agent() {
    return agent;
  }
}
