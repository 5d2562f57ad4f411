package io.leadpulse.jobs.codec;

import static io.leadpulse.jobs.record.EngagementField.ANSWERS;
import static io.leadpulse.jobs.record.EngagementField.ASSET;
import static io.leadpulse.jobs.record.EngagementField.BOT_CLICK;
import static io.leadpulse.jobs.record.EngagementField.CAMPAIGN;
import static io.leadpulse.jobs.record.EngagementField.DWELL_SECONDS;
import static io.leadpulse.jobs.record.EngagementField.FORM;
import static io.leadpulse.jobs.record.EngagementField.IP;
import static io.leadpulse.jobs.record.EngagementField.LINK;
import static io.leadpulse.jobs.record.EngagementField.MACHINE_OPEN;
import static io.leadpulse.jobs.record.EngagementField.MESSAGE;
import static io.leadpulse.jobs.record.EngagementField.METHOD;
import static io.leadpulse.jobs.record.EngagementField.MINUTES;
import static io.leadpulse.jobs.record.EngagementField.OUTCOME;
import static io.leadpulse.jobs.record.EngagementField.OWN_STAFF;
import static io.leadpulse.jobs.record.EngagementField.PATH;
import static io.leadpulse.jobs.record.EngagementField.SCHEDULED_MINUTES;
import static io.leadpulse.jobs.record.EngagementField.SCROLL_PERCENT;
import static io.leadpulse.jobs.record.EngagementField.SEARCH_TERMS;
import static io.leadpulse.jobs.record.EngagementField.SESSION;
import static io.leadpulse.jobs.record.EngagementField.STATUS;
import static io.leadpulse.jobs.record.EngagementField.TITLE;
import static io.leadpulse.jobs.record.EngagementField.TOPIC;
import static io.leadpulse.jobs.record.EngagementField.USER_AGENT;
import static io.leadpulse.jobs.record.EngagementField.WEBINAR;

import io.leadpulse.engine.event.EventKind;
import io.leadpulse.jobs.record.EngagementField;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the fields that only one channel has are called in its contract. What is not named here
 * nobody reads.
 *
 * @param kinds by the contract's symbols; null for one that is not known here
 */
record EngagementContract(Subject<?> subject, @Nullable EventKind[] kinds, List<Source> sources) {
  static final EngagementContract WEB =
      new EngagementContract(
          Topics.WEB_ACCESS,
          InputEnums.webKinds(),
          List.of(
              from("path", PATH),
              from("formId", FORM),
              from("assetId", ASSET),
              new Source("title", "assetTitle", TITLE),
              from("topic", TOPIC),
              from("campaign", CAMPAIGN),
              from("sessionId", SESSION),
              from("searchTerms", SEARCH_TERMS),
              from("method", METHOD),
              from("status", STATUS),
              from("dwellSeconds", DWELL_SECONDS),
              from("scrollPercent", SCROLL_PERCENT),
              from("ownStaff", OWN_STAFF),
              from("userAgent", USER_AGENT),
              from("ip", IP)));

  static final EngagementContract EMAIL =
      new EngagementContract(
          Topics.EMAIL_ENGAGEMENT,
          InputEnums.emailKinds(),
          List.of(
              from("messageId", MESSAGE),
              from("subject", TITLE),
              new Source("linkUrl", "linkId", LINK),
              from("topic", TOPIC),
              from("campaign", CAMPAIGN),
              from("machineOpen", MACHINE_OPEN),
              from("botClick", BOT_CLICK),
              from("ownStaff", OWN_STAFF),
              from("userAgent", USER_AGENT),
              from("ip", IP)));

  static final EngagementContract WEBINARS =
      new EngagementContract(
          Topics.WEBINAR_ENGAGEMENT,
          InputEnums.webinarKinds(),
          List.of(
              from("webinarId", WEBINAR),
              from("title", TITLE),
              from("minutes", MINUTES),
              from("scheduledMinutes", SCHEDULED_MINUTES),
              from("answers", ANSWERS),
              from("topic", TOPIC),
              from("campaign", CAMPAIGN),
              from("ownStaff", OWN_STAFF)));

  static final EngagementContract OFFLINE =
      new EngagementContract(
          Topics.OFFLINE_ENGAGEMENT,
          InputEnums.offlineKinds(),
          List.of(
              from("eventName", TITLE),
              from("callOutcome", OUTCOME),
              from("topic", TOPIC),
              from("campaign", CAMPAIGN),
              from("ownStaff", OWN_STAFF)));

  /**
   * Where a field comes from.
   *
   * @param name in the contract
   * @param otherwise the text that counts where the first is empty; null if none does
   */
  record Source(String name, @Nullable String otherwise, EngagementField field) {}

  private static Source from(String name, EngagementField field) {
    return new Source(name, null, field);
  }
}
