package io.leadpulse.engine.lead;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.event.EventKind;
import java.util.Comparator;

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

  static final Comparator<Touch> BY_TIME =
      Comparator.comparingLong(Touch::occurredAt).thenComparing(Touch::eventId);

  static Touch of(Engagement event, int signal) {
    return new Touch(
        event.eventId(),
        event.occurredAt(),
        event.kind(),
        signal,
        clip(detail(event)),
        clip(event.topic()),
        clip(event.campaign()));
  }

  private static String detail(Engagement event) {
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

  private static String clip(String text) {
    if (text.length() <= MAX_TEXT) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT;
    return text.substring(0, end);
  }
}
