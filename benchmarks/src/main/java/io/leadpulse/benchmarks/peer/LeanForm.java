package io.leadpulse.benchmarks.peer;

import io.leadpulse.jobs.record.SourceTopic;
import io.leadpulse.schemas.EmailEngagement;
import io.leadpulse.schemas.LeadProfile;
import io.leadpulse.schemas.SalesActivity;
import io.leadpulse.schemas.WebAccess;
import io.leadpulse.schemas.WebinarEngagement;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/**
 * What the lean peers have to write for a record, found the long way: through Avro's own decoder
 * and encoder.
 */
public final class LeanForm {
  private final ByteArrayOutputStream details = new ByteArrayOutputStream();
  private final BinaryEncoder avro = EncoderFactory.get().directBinaryEncoder(details, null);

  /**
   * @param source the topic that the record is from
   */
  public byte[] of(SourceTopic source, byte[] record) throws IOException {
    details.reset();
    SpecificRecordBase value = AvroRecords.decode(source, record);
    if (value instanceof WebAccess access) {
      texts(access.getPath(), access.getSessionId(), access.getFormId(), access.getAssetId());
      return form(source, access.getKind(), value, access.getEventId(), access.getOccurredAt());
    } else if (value instanceof EmailEngagement mail) {
      texts(mail.getMessageId(), mail.getLinkId());
      return form(source, mail.getKind(), value, mail.getEventId(), mail.getOccurredAt());
    } else if (value instanceof WebinarEngagement webinar) {
      texts(webinar.getWebinarId());
      avro.writeInt(webinar.getMinutes());
      avro.writeInt(webinar.getScheduledMinutes());
      return form(source, webinar.getKind(), value, webinar.getEventId(), webinar.getOccurredAt());
    } else if (value instanceof SalesActivity activity) {
      avro.writeEnum(activity.getReason().ordinal());
      return form(
          source, activity.getKind(), value, activity.getEventId(), activity.getOccurredAt());
    } else {
      LeadProfile profile = (LeadProfile) value;
      texts(profile.getAccountId(), profile.getCompany(), profile.getRole());
      return form(source, null, value, "", profile.getUpdatedAt());
    }
  }

  /**
   * By which copies of an event are known.
   *
   * @param source the topic that the record is from
   */
  public static String id(SourceTopic source, byte[] record) throws IOException {
    return AvroRecords.id(AvroRecords.decode(source, record));
  }

  private void texts(String... texts) throws IOException {
    for (String text : texts) {
      avro.writeString(text);
    }
  }

  private byte[] form(
      SourceTopic source, @Nullable Enum<?> kind, SpecificRecordBase value, String id, Instant at)
      throws IOException {
    byte[] lead = AvroRecords.lead(value).getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeByte(source.ordinal());
    out.writeByte(kind == null ? 0 : kind.ordinal());
    out.writeByte(lead.length);
    out.write(lead);
    out.writeByte(id.length());
    out.writeBytes(id);
    out.writeLong(at.toEpochMilli());
    out.writeShort(details.size());
    details.writeTo(out);
    return bytes.toByteArray();
  }
}
