package io.leadpulse.engine.lead;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.event.EventKind;

/**
 * One engagement worth showing to people.
 *
 * @param occurredAt epoch milliseconds
 * @param signal hash of the first signal that it counted for
 * @param detail the page, document, mail link or webinar, at most {@link #MAX_TEXT} characters;
 *     never search terms, which are personal
 */
public record Touch(
    String eventId,
    long occurredAt,
    EventKind kind,
    int signal,
    String detail,
    String topic,
    String campaign) {
  static final int MAX_TEXT = 80;

  /** What an engagement was about, not yet cut to {@link #MAX_TEXT}. */
  static String detail(Engagement event) {
    String named =
        switch (event.kind()) {
          case FORM_SUBMIT -> event.form();
          case FILE_DOWNLOAD -> event.asset();
          case CLICK -> event.link();
          case CALL_LOGGED -> event.outcome();
          default -> event.title();
        };
    return named.isEmpty() ? event.path() : named;
  }

  /** How many characters of a text are kept; no pair of surrogates is torn. */
  static int kept(String text) {
    if (text.length() <= MAX_TEXT) {
      return text.length();
    }
    return Character.isHighSurrogate(text.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT;
  }
}
