package io.leadpulse.jobs.record;

import static io.leadpulse.jobs.record.EngagementField.ANSWERS;
import static io.leadpulse.jobs.record.EngagementField.ASSET;
import static io.leadpulse.jobs.record.EngagementField.BOT_CLICK;
import static io.leadpulse.jobs.record.EngagementField.CAMPAIGN;
import static io.leadpulse.jobs.record.EngagementField.DWELL_SECONDS;
import static io.leadpulse.jobs.record.EngagementField.EVENT_ID;
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

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.event.EventKind;
import java.util.Map;

/**
 * The fields of an engagement in bytes: one bit for each, then those that are there. Most are not:
 * a page view has six of them.
 */
final class EngagementFormat {
  /** The bits are known last and stand first. */
  private static final int BITS_AT = 0;

  private EngagementFormat() {}

  static void begin(RecordOutput out) {
    out.begin();
    out.writeInt(0);
  }

  /** All that was written since the beginning, with the bits. */
  static byte[] end(int present, RecordOutput out) {
    out.putInt(BITS_AT, present);
    return out.toBytes();
  }

  static void write(Engagement event, RecordOutput out) {
    int bitsAt = out.position();
    out.writeInt(0);
    // Java goes from left to right: fields are written in this order.
    int present =
        text(EVENT_ID, event.eventId(), out)
            | text(PATH, event.path(), out)
            | text(FORM, event.form(), out)
            | text(ASSET, event.asset(), out)
            | text(TITLE, event.title(), out)
            | text(TOPIC, event.topic(), out)
            | text(CAMPAIGN, event.campaign(), out)
            | text(LINK, event.link(), out)
            | text(MESSAGE, event.message(), out)
            | text(WEBINAR, event.webinar(), out)
            | text(SESSION, event.session(), out)
            | text(SEARCH_TERMS, event.searchTerms(), out)
            | text(METHOD, event.method(), out)
            | number(STATUS, event.status(), out)
            | number(MINUTES, event.minutes(), out)
            | number(SCHEDULED_MINUTES, event.scheduledMinutes(), out)
            | number(DWELL_SECONDS, event.dwellSeconds(), out)
            | number(SCROLL_PERCENT, event.scrollPercent(), out)
            | text(OUTCOME, event.outcome(), out)
            | texts(ANSWERS, event.answers(), out)
            | (event.machineOpen() ? MACHINE_OPEN.bit() : 0)
            | (event.botClick() ? BOT_CLICK.bit() : 0)
            | (event.ownStaff() ? OWN_STAFF.bit() : 0)
            | text(USER_AGENT, event.agent(), out)
            | text(IP, event.ip(), out);
    out.putInt(bitsAt, present);
  }

  private static int text(EngagementField field, String value, RecordOutput out) {
    if (value.isEmpty()) {
      return 0;
    }
    out.writeText(value);
    return field.bit();
  }

  private static int number(EngagementField field, int value, RecordOutput out) {
    if (value == 0) {
      return 0;
    }
    out.writeNumber(value);
    return field.bit();
  }

  private static int texts(EngagementField field, Map<String, String> value, RecordOutput out) {
    if (value.isEmpty()) {
      return 0;
    }
    out.writeTexts(value);
    return field.bit();
  }

  /** Reads the fields in their order. */
  static Engagement read(
      EventKind kind, String leadId, long occurredAt, long recordedAt, RecordInput in) {
    int present = in.readInt();
    return new Engagement(
        kind,
        leadId,
        text(EVENT_ID, present, in),
        occurredAt,
        recordedAt,
        text(PATH, present, in),
        text(FORM, present, in),
        text(ASSET, present, in),
        text(TITLE, present, in),
        text(TOPIC, present, in),
        text(CAMPAIGN, present, in),
        text(LINK, present, in),
        text(MESSAGE, present, in),
        text(WEBINAR, present, in),
        text(SESSION, present, in),
        text(SEARCH_TERMS, present, in),
        text(METHOD, present, in),
        number(STATUS, present, in),
        number(MINUTES, present, in),
        number(SCHEDULED_MINUTES, present, in),
        number(DWELL_SECONDS, present, in),
        number(SCROLL_PERCENT, present, in),
        text(OUTCOME, present, in),
        isThere(ANSWERS, present) ? in.readTexts() : Map.of(),
        isThere(MACHINE_OPEN, present),
        isThere(BOT_CLICK, present),
        isThere(OWN_STAFF, present),
        text(USER_AGENT, present, in),
        text(IP, present, in));
  }

  /** The source's id of an engagement: the first field. */
  static String eventId(byte[] fields) {
    RecordInput in = new RecordInput(fields);
    return text(EVENT_ID, in.readInt(), in);
  }

  private static boolean isThere(EngagementField field, int present) {
    return (present & field.bit()) != 0;
  }

  private static String text(EngagementField field, int present, RecordInput in) {
    return isThere(field, present) ? in.readText() : "";
  }

  private static int number(EngagementField field, int present, RecordInput in) {
    return isThere(field, present) ? (int) in.readNumber() : 0;
  }
}
