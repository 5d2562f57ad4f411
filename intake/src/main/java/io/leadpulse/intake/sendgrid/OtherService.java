package io.leadpulse.intake.sendgrid;

import com.fasterxml.jackson.databind.JsonNode;

/** Knows other mail services by their fields, for whoever took the wrong file. */
final class OtherService {
  private OtherService() {}

  /** Words to begin a refusal with; empty if it is none we know. */
  static String of(JsonNode object) {
    if (object.has("event-data") || object.has("recipient") || object.has("X-Mailgun-Tag")) {
      return "looks like Mailgun's, not SendGrid's; ";
    }
    if (object.has("RecordType")) {
      return "looks like Postmark's, not SendGrid's; ";
    }
    if (object.has("TopicArn") || object.has("mail") || object.has("notificationType")) {
      return "looks like Amazon's, not SendGrid's; ";
    }
    return "";
  }
}
