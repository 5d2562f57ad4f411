package io.leadpulse.cli.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Hands out browsers and mailboxes. How common what is, is an assumption throughout. */
final class Props {
  /** Share of the people whose browser the site knows from before the story. */
  private static final double KNOWN = 0.6;

  /** Share that uses a second browser, and of these a third one. */
  private static final double ONE_MORE = 0.3;

  /** As every browser's id begins, whoever sits at it. */
  static final String VISITOR = "v";

  private static final int MOST_BROWSERS = 3;

  /** Share on sites that name the visitor only. */
  private static final double VISITORS_ONLY = 0.12;

  /** Share whose browser gets a cookie that is nobody's, because a script or banner went wrong. */
  private static final double JUNK = 0.004;

  private static final List<String> JUNK_IDS =
      List.of("-1", "null", "00000000-0000-0000-0000-000000000000", "anonymous");

  /** Share of the vendor's people that the tools know. */
  private static final double STAFF_MARKED = 0.9;

  /** Leads that a shared browser stands in the way of, one after the other. */
  private static final int LEADS_PER_KIOSK = 400;

  private final long run;

  /**
   * @param run tells runs apart, so that each has shared browsers of its own
   */
  Props(long run) {
    this.run = run;
  }

  /**
   * @param number of the person, in the order of their coming
   * @param wellKnown whether the site knows all its browsers for sure
   */
  Equipment draw(
      RandomGenerator random, Persona persona, Company company, int number, boolean wellKnown) {
    Device device = Device.draw(random);
    boolean junk = !wellKnown && Chance.of(random, JUNK);
    List<Browser> browsers = new ArrayList<>();
    browsers.add(browser(random, persona, device, visitor(random, junk), wellKnown));
    while (browsers.size() < MOST_BROWSERS && Chance.of(random, ONE_MORE)) {
      String visitor = visitor(random, false);
      browsers.add(browser(random, persona, Device.draw(random), visitor, wellKnown));
    }
    return new Equipment(
        device,
        Mailbox.draw(random, company, device),
        browsers,
        kiosk(number / LEADS_PER_KIOSK),
        junk || (!wellKnown && Chance.of(random, VISITORS_ONLY)),
        Chance.of(random, STAFF_MARKED));
  }

  private static String visitor(RandomGenerator random, boolean junk) {
    return junk ? Chance.pick(random, JUNK_IDS) : Chance.id(random, VISITOR);
  }

  private String kiosk(int number) {
    return Chance.id(new SplittableRandom(run ^ number), VISITOR);
  }

  private static Browser browser(
      RandomGenerator random, Persona persona, Device device, String visitor, boolean wellKnown) {
    String address =
        persona.isOwnStaff() ? Networks.vendorAddress(random) : Networks.address(random);
    return new Browser(visitor, device.agent(), address, wellKnown || Chance.of(random, KNOWN));
  }
}
