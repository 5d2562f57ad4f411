package io.leadpulse.benchmarks.peer;

import io.leadpulse.jobs.record.SourceTopic;
import io.leadpulse.schemas.EmailEngagement;
import io.leadpulse.schemas.LeadProfile;
import io.leadpulse.schemas.OfflineEngagement;
import io.leadpulse.schemas.SalesActivity;
import io.leadpulse.schemas.WebAccess;
import io.leadpulse.schemas.WebinarEngagement;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecordBase;

/** Records through the methods that Avro generates with their classes. */
final class AvroRecords {
  private AvroRecords() {}

  static SpecificRecordBase decode(SourceTopic source, byte[] value) throws IOException {
    return switch (source) {
      case WEB_ACCESS -> WebAccess.getDecoder().decode(value);
      case EMAIL_ENGAGEMENT -> EmailEngagement.getDecoder().decode(value);
      case WEBINAR_ENGAGEMENT -> WebinarEngagement.getDecoder().decode(value);
      case OFFLINE_ENGAGEMENT -> OfflineEngagement.getDecoder().decode(value);
      case LEAD_PROFILE -> LeadProfile.getDecoder().decode(value);
      case SALES_ACTIVITY -> SalesActivity.getDecoder().decode(value);
      case IDENTITY -> throw new IllegalArgumentException("the traffic has no " + source);
    };
  }

  static byte[] encode(SpecificRecordBase value) throws IOException {
    if (value instanceof WebAccess access) {
      return bytes(WebAccess.getEncoder().encode(access));
    } else if (value instanceof EmailEngagement mail) {
      return bytes(EmailEngagement.getEncoder().encode(mail));
    } else if (value instanceof WebinarEngagement webinar) {
      return bytes(WebinarEngagement.getEncoder().encode(webinar));
    } else if (value instanceof OfflineEngagement offline) {
      return bytes(OfflineEngagement.getEncoder().encode(offline));
    } else if (value instanceof LeadProfile profile) {
      return bytes(LeadProfile.getEncoder().encode(profile));
    } else {
      return bytes(SalesActivity.getEncoder().encode((SalesActivity) value));
    }
  }

  static String lead(SpecificRecordBase value) {
    if (value instanceof WebAccess access) {
      return Objects.requireNonNull(access.getLeadId());
    } else if (value instanceof EmailEngagement mail) {
      return Objects.requireNonNull(mail.getLeadId());
    } else if (value instanceof WebinarEngagement webinar) {
      return Objects.requireNonNull(webinar.getLeadId());
    } else if (value instanceof OfflineEngagement offline) {
      return Objects.requireNonNull(offline.getLeadId());
    } else if (value instanceof LeadProfile profile) {
      return profile.getLeadId();
    } else {
      return ((SalesActivity) value).getLeadId();
    }
  }

  static Instant occurredAt(SpecificRecordBase value) {
    if (value instanceof WebAccess access) {
      return access.getOccurredAt();
    } else if (value instanceof EmailEngagement mail) {
      return mail.getOccurredAt();
    } else if (value instanceof WebinarEngagement webinar) {
      return webinar.getOccurredAt();
    } else if (value instanceof OfflineEngagement offline) {
      return offline.getOccurredAt();
    } else if (value instanceof LeadProfile profile) {
      return profile.getUpdatedAt();
    } else {
      return ((SalesActivity) value).getOccurredAt();
    }
  }

  /** By which copies of an event are known; profiles have none but their time. */
  static String id(SpecificRecordBase value) {
    if (value instanceof WebAccess access) {
      return access.getEventId();
    } else if (value instanceof EmailEngagement mail) {
      return mail.getEventId();
    } else if (value instanceof WebinarEngagement webinar) {
      return webinar.getEventId();
    } else if (value instanceof OfflineEngagement offline) {
      return offline.getEventId();
    } else if (value instanceof LeadProfile profile) {
      return "profile-" + profile.getUpdatedAt().toEpochMilli();
    } else {
      return ((SalesActivity) value).getEventId();
    }
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }
}
