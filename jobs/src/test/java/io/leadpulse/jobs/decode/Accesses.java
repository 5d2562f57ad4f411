package io.leadpulse.jobs.decode;

import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.SourceTopic;
import io.leadpulse.schemas.IdentityChange;
import io.leadpulse.schemas.IdentityChangeKind;
import io.leadpulse.schemas.LeadProfile;
import io.leadpulse.schemas.SalesActivity;
import io.leadpulse.schemas.SalesActivityKind;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.WebAccess;
import io.leadpulse.schemas.WebAccessKind;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Records as they come from Kafka, good ones unless told otherwise. */
final class Accesses {
  static final String PREFIX = "acme.";
  static final Instant RECORDED = Instant.parse("2026-03-02T01:02:03Z");

  private Accesses() {}

  static RawRecord good(String eventId) {
    return raw(bytes(access -> access.setEventId(eventId)));
  }

  static RawRecord occurred(Instant occurredAt) {
    return raw(bytes(access -> access.setOccurredAt(occurredAt)));
  }

  static RawRecord raw(byte @Nullable [] value) {
    return raw(SourceTopic.WEB_ACCESS, value);
  }

  static RawRecord raw(SourceTopic source, byte @Nullable [] value) {
    byte[] key = "lead-1".getBytes(StandardCharsets.UTF_8);
    return new RawRecord(source.topic(PREFIX), 1, 7, RECORDED.toEpochMilli(), key, value);
  }

  static byte[] bytes() {
    return bytes(UnaryOperator.identity());
  }

  static byte[] bytes(UnaryOperator<WebAccess.Builder> change) {
    WebAccess.Builder access =
        WebAccess.newBuilder()
            .setEventId("e-1")
            .setLeadId("lead-1")
            .setOccurredAt(RECORDED.minusSeconds(1))
            .setKind(WebAccessKind.PAGE_VIEW)
            .setPath("/pricing");
    return new RecordEncoder<>(Topics.WEB_ACCESS).encode(change.apply(access).build());
  }

  static RawRecord whose(@Nullable String leadId, @Nullable String visitorId) {
    return raw(bytes(access -> access.setLeadId(leadId).setVisitorId(visitorId)));
  }

  static RawRecord link(Instant at) {
    return identity(change(IdentityChangeKind.LINK, at).setVisitorId("v-1"));
  }

  static RawRecord link(String leadId, String visitorId) {
    return identity(
        change(IdentityChangeKind.LINK, RECORDED).setLeadId(leadId).setVisitorId(visitorId));
  }

  static RawRecord erasure(Instant at) {
    return identity(change(IdentityChangeKind.ERASE, at));
  }

  static RawRecord merge(String leadId, String into) {
    return identity(
        change(IdentityChangeKind.MERGE, RECORDED).setLeadId(leadId).setIntoLeadId(into));
  }

  private static IdentityChange.Builder change(IdentityChangeKind kind, Instant at) {
    return IdentityChange.newBuilder()
        .setEventId("i-1")
        .setLeadId("lead-1")
        .setOccurredAt(at)
        .setKind(kind);
  }

  private static RawRecord identity(IdentityChange.Builder change) {
    return raw(SourceTopic.IDENTITY, new RecordEncoder<>(Topics.IDENTITY).encode(change.build()));
  }

  static RawRecord profile(Instant updatedAt) {
    LeadProfile profile =
        LeadProfile.newBuilder().setLeadId("lead-1").setUpdatedAt(updatedAt).build();
    return raw(SourceTopic.LEAD_PROFILE, new RecordEncoder<>(Topics.LEAD_PROFILE).encode(profile));
  }

  static RawRecord sales(Instant occurredAt) {
    SalesActivity activity =
        SalesActivity.newBuilder()
            .setEventId("s-1")
            .setLeadId("lead-1")
            .setOccurredAt(occurredAt)
            .setKind(SalesActivityKind.ACCEPTED)
            .build();
    return raw(
        SourceTopic.SALES_ACTIVITY, new RecordEncoder<>(Topics.SALES_ACTIVITY).encode(activity));
  }
}
