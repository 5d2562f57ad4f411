package io.leadpulse.intake.sendgrid;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadpulse.intake.source.Refused;
import io.leadpulse.intake.source.Texts;
import io.leadpulse.schemas.BounceType;
import io.leadpulse.schemas.EmailEngagementKind;
import java.util.Locale;

/** What an event of SendGrid says in our terms. */
record Happening(EmailEngagementKind kind, BounceType bounceType) {

  private Happening(EmailEngagementKind kind) {
    this(kind, BounceType.NONE);
  }

  /**
   * By the event's type. {@code processed} and {@code deferred} tell of the service's own doing and
   * have no kind; a resubscription has none either.
   */
  static Happening of(String type, JsonNode event) throws Refused {
    return switch (type) {
      case "delivered" -> new Happening(EmailEngagementKind.DELIVERED);
      case "open" -> new Happening(EmailEngagementKind.OPEN);
      case "click" -> new Happening(EmailEngagementKind.CLICK);
      case "bounce" -> new Happening(EmailEngagementKind.BOUNCE, bounceType(event));
      case "dropped" -> ofDrop(event);
      case "spamreport" -> new Happening(EmailEngagementKind.COMPLAINT);
      case "unsubscribe", "group_unsubscribe" -> new Happening(EmailEngagementKind.UNSUBSCRIBE);
      case "processed" -> throw Refused.noEngagement("event processed");
      case "deferred" -> throw Refused.noEngagement("event deferred");
      case "group_resubscribe" -> throw Refused.noEngagement("event group_resubscribe");
      case "account_status_change" -> throw Refused.noEngagement("event account_status_change");
      default -> throw Refused.unreadable("event: no type of SendGrid's");
    };
  }

  /** Blocked mail may get through another time; without a type the status decides. */
  private static BounceType bounceType(JsonNode event) {
    boolean soft =
        Texts.of(event, "type").equals("blocked") || Texts.of(event, "status").startsWith("4");
    return soft ? BounceType.SOFT : BounceType.HARD;
  }

  /**
   * Mail that was never sent. If the address is known to be dead, that is a bounce foretold; if its
   * owner had unsubscribed or complained, that was an event of its own, long ago.
   */
  private static Happening ofDrop(JsonNode event) throws Refused {
    String reason = Texts.of(event, "reason").toLowerCase(Locale.ROOT);
    if (reason.startsWith("bounced") || reason.startsWith("invalid")) {
      return new Happening(EmailEngagementKind.BOUNCE, BounceType.HARD);
    }
    throw Refused.noEngagement("event dropped (the address is neither bounced nor invalid)");
  }

  /** Whether the one who reads the mail did it, so that agent and address are his. */
  boolean isByReader() {
    return switch (kind) {
      case OPEN, CLICK, UNSUBSCRIBE -> true;
      default -> false;
    };
  }
}
