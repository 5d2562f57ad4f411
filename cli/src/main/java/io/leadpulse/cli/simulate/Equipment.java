package io.leadpulse.cli.simulate;

import java.util.List;

/**
 * What a person reads mails and pages with.
 *
 * @param browsers the person's own, that of the device first; one or more
 * @param kiosk visitor id of the shared browser that stands where the person comes by
 * @param visitorsOnly whether the site's accesses name the visitor only, also when it knows the
 *     lead; forms name both all the same
 * @param staffMarked whether the tools tell the vendor's own people apart; else only the network
 *     does
 */
record Equipment(
    Device device,
    Mailbox mailbox,
    List<Browser> browsers,
    String kiosk,
    boolean visitorsOnly,
    boolean staffMarked) {

  Equipment {
    browsers = List.copyOf(browsers);
    if (browsers.isEmpty()) {
      throw new IllegalArgumentException("A person has a browser");
    }
  }
}
