package io.leadpulse.engine.classify;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.model.OncePer;
import io.leadpulse.engine.model.StableHash;

/** What makes two events one: the key behind {@code once-per}. */
public final class NaturalKey {
  private static final long MILLIS_PER_HOUR = 3_600_000;

  private NaturalKey() {}

  /**
   * The key of an event, as keyed state stores it. An event that lacks the attribute is one with
   * the others of its hour: it cannot be told from a repetition, and dropping it would lose it.
   *
   * @param civilDay of the event in the model's zone, as days since 1970-01-01
   * @throws IllegalArgumentException for {@link OncePer#TOUCH}, which has no key
   */
  public static long of(OncePer oncePer, Engagement event, long civilDay) {
    return switch (oncePer) {
      case MESSAGE -> ofText(event.message(), event);
      case LINK ->
          event.link().isEmpty() ? ofHour(event) : StableHash.of64(event.message(), event.link());
      case ASSET -> ofText(asset(event), event);
      case WEBINAR -> ofText(event.webinar(), event);
      case SESSION -> ofText(event.session(), event);
      case DAY -> StableHash.of64(civilDay);
      case TOUCH -> throw new IllegalArgumentException("a touch has no natural key");
    };
  }

  /** A requested document may be named by its id, or else by its form, or else by its page. */
  private static String asset(Engagement event) {
    if (!event.asset().isEmpty()) {
      return event.asset();
    }
    return event.form().isEmpty() ? event.path() : event.form();
  }

  private static long ofText(String key, Engagement event) {
    return key.isEmpty() ? ofHour(event) : StableHash.of64(key);
  }

  private static long ofHour(Engagement event) {
    return StableHash.of64(Math.floorDiv(event.occurredAt(), MILLIS_PER_HOUR));
  }
}
