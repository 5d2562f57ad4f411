package io.leadpulse.chaos.fuzz;

import io.leadpulse.jobs.record.SourceTopic;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.history.SchemaHistory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * Says what must become of a record, without the job's code: by Avro's generic reader and by what
 * the documents promise of headers, ids, kinds and times.
 */
final class Classifier {
  private static final int HEADER_SIZE = 10;
  private static final long EARLIEST = Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();
  private static final long END = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();
  private static final long MAX_AHEAD = Duration.ofMinutes(5).toMillis();
  private static final long RETENTION = Duration.ofDays(180).toMillis();

  private static final Map<String, Subject<?>> SUBJECTS =
      Stream.concat(
              Topics.ENGAGEMENTS.stream(),
              Stream.of(Topics.LEAD_PROFILE, Topics.SALES_ACTIVITY, Topics.IDENTITY))
          .collect(Collectors.toMap(Subject::name, subject -> subject));

  /** What becomes of a record. */
  enum Fate {
    GOOD,
    EXPIRED,
    REFUSED
  }

  private final Map<SourceTopic, Map<Long, GenericDatumReader<GenericRecord>>> readers =
      new EnumMap<>(SourceTopic.class);

  Classifier() {
    for (SourceTopic source : SourceTopic.values()) {
      readers.put(source, readers(SUBJECTS.get(source.baseName())));
    }
  }

  private static Map<Long, GenericDatumReader<GenericRecord>> readers(Subject<?> subject) {
    SchemaHistory history = SchemaHistory.of(subject);
    Map<Long, GenericDatumReader<GenericRecord>> byFingerprint = new HashMap<>();
    for (Schema writer : history.versions()) {
      byFingerprint.put(
          SchemaNormalization.parsingFingerprint64(writer),
          new GenericDatumReader<>(writer, history.newest()));
    }
    return byFingerprint;
  }

  Fate of(SourceTopic source, byte @Nullable [] value, long recordedAt) {
    GenericRecord record = decode(source, value);
    if (record == null) {
      return Fate.REFUSED;
    }
    long at = (long) record.get(source == SourceTopic.LEAD_PROFILE ? "updatedAt" : "occurredAt");
    if (!isAcceptable(source, record)
        || at < EARLIEST
        || at >= END
        || at > recordedAt + MAX_AHEAD) {
      return Fate.REFUSED;
    }
    return source.isEngagement() && recordedAt - at > RETENTION ? Fate.EXPIRED : Fate.GOOD;
  }

  private @Nullable GenericRecord decode(SourceTopic source, byte @Nullable [] value) {
    if (value == null
        || value.length < HEADER_SIZE
        || value[0] != (byte) 0xC3
        || value[1] != (byte) 0x01) {
      return null;
    }
    long fingerprint = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getLong(2);
    GenericDatumReader<GenericRecord> reader = readers.get(source).get(fingerprint);
    if (reader == null) {
      return null;
    }
    StrictDecoder in = new StrictDecoder(value, HEADER_SIZE);
    try {
      GenericRecord record = reader.read(null, in);
      return in.isAtEnd() ? record : null;
    } catch (IllegalStateException fault) {
      throw fault;
    } catch (IOException | RuntimeException unreadable) {
      return null;
    }
  }

  private static boolean isAcceptable(SourceTopic source, GenericRecord record) {
    if (source == SourceTopic.LEAD_PROFILE) {
      return !isBlank(record, "leadId") && !isUnknown(record, "exclusion");
    }
    return !isUnknown(record, "kind")
        && !isBlank(record, "eventId")
        && (source == SourceTopic.IDENTITY ? isWhole(record) : namesSomebody(source, record));
  }

  /** An engagement without a lead has a visitor; a lead that is there and blank is none. */
  private static boolean namesSomebody(SourceTopic source, GenericRecord record) {
    return source.isEngagement() && record.get("leadId") == null
        ? !isBlank(record, "visitorId")
        : !isBlank(record, "leadId");
  }

  private static boolean isWhole(GenericRecord change) {
    return !isBlank(change, "leadId")
        && switch (change.get("kind").toString()) {
          case "LINK" -> !isBlank(change, "visitorId");
          case "MERGE" ->
              !isBlank(change, "intoLeadId")
                  && !change.get("intoLeadId").toString().equals(change.get("leadId").toString());
          default -> true;
        };
  }

  private static boolean isBlank(GenericRecord record, String field) {
    Object text = record.get(field);
    return text == null || text.toString().isBlank();
  }

  private static boolean isUnknown(GenericRecord record, String field) {
    return record.get(field).toString().equals("UNKNOWN");
  }
}
