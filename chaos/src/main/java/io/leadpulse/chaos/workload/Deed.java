package io.leadpulse.chaos.workload;

import java.util.Arrays;
import java.util.List;

/**
 * Something a lead does, with what the purpose-made model is meant to see in it. So the oracle does
 * not have to classify anything.
 */
public enum Deed {
  PRICE_PAGE(Lane.WEB, 6, "price-page", Key.NONE),
  OTHER_PAGE(Lane.WEB, 6, "other-page", Key.NONE),
  CAREERS_PAGE(Lane.WEB, 1, "careers-page", Key.NONE),
  WHITE_PAPER(Lane.WEB, 3, "white-paper", Key.SUBJECT),
  DOCUMENT_REQUEST(Lane.WEB, 2, "document-request", Key.SUBJECT),
  CONTACT_FORM(Lane.WEB, 1, "contact-form", Key.NONE),
  SITE_SEARCH(Lane.WEB, 1, "", Key.NONE),
  STAFF_PAGE(Lane.WEB, 1, "", Key.NONE),
  MAIL_CLICK(Lane.MAIL, 10, "mail-click", Key.SUBJECT),
  MAIL_REPLY(Lane.MAIL, 4, "mail-reply", Key.NONE),
  MAIL_OPEN(Lane.MAIL, 2, "", Key.NONE),
  MACHINE_OPEN(Lane.MAIL, 1, "", Key.NONE),
  ATTENDED(Lane.WEBINAR, 4, "webinar-attended", Key.SUBJECT),
  LEFT_EARLY(Lane.WEBINAR, 2, "", Key.NONE),
  QUESTION(Lane.WEBINAR, 6, "webinar-question", Key.NONE),
  SURVEY(Lane.WEBINAR, 1, "survey-contact", Key.NONE),
  BOOTH(Lane.OFFLINE, 8, "booth-visit", Key.DAY),
  CARD(Lane.OFFLINE, 4, "card-exchanged", Key.NONE),
  CALL_REQUESTED(Lane.OFFLINE, 1, "call-requested", Key.NONE),
  VOICEMAIL(Lane.OFFLINE, 2, "", Key.NONE);

  /** What makes several of a kind one touch. */
  public enum Key {
    NONE,
    SUBJECT,
    DAY
  }

  private final Lane lane;
  private final int weight;
  private final String signal;
  private final Key key;

  Deed(Lane lane, int weight, String signal, Key key) {
    this.lane = lane;
    this.weight = weight;
    this.signal = signal;
    this.key = key;
  }

  public Lane lane() {
    return lane;
  }

  /** The signal that matches it; empty if none does. */
  public String signal() {
    return signal;
  }

  public Key key() {
    return key;
  }

  /** Whether it is not taken for a lead's own act. */
  public boolean isSuspect() {
    return this == STAFF_PAGE || this == MACHINE_OPEN;
  }

  /** The deeds of a lane, each as often as it is likely. */
  static List<Deed> likely(Lane lane) {
    return Arrays.stream(values())
        .filter(deed -> deed.lane == lane)
        .flatMap(deed -> java.util.Collections.nCopies(deed.weight, deed).stream())
        .toList();
  }
}
