package io.leadpulse.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadpulse.schemas.LeadScoreKey;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.history.SchemaHistory;
import io.leadpulse.schemas.wire.Cause;
import io.leadpulse.schemas.wire.Decoded;
import io.leadpulse.schemas.wire.Limits;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordFormatTest {
  private static final String SUBJECT = "acme.lead-score.v1-key";
  private static final Schema NEWEST = SchemaHistory.of(Topics.LEAD_SCORE_KEY).newest();
  private static final LeadScoreKey KEY = new LeadScoreKey("lead-1", "new-business");

  private FakeRegistry registry;

  @BeforeEach
  void start() throws IOException {
    registry = FakeRegistry.start();
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void withoutARegistryAnIdIsRefusedAndNothingIsGuessed() {
    assertThat(read(RecordFormat.singleObject(), new byte[] {0, 0, 0, 0, 17, 2, 65}))
        .isEqualTo(
            new Decoded.Failure<>(Cause.UNKNOWN_SCHEMA, "schema id 17: no registry is configured"));
    assertThat(read(RecordFormat.singleObject(), new byte[] {0, 0, 0, 0}))
        .extracting(decoded -> ((Decoded.Failure<?>) decoded).cause())
        .isEqualTo(Cause.TRUNCATED);
  }

  @Test
  void bothFramingsAreReadWhicheverIsWritten() throws Exception {
    registry.put("other", "\"long\"");
    int id = registry.put(SUBJECT, NEWEST.toString());
    RecordFormat format = open(false, true);
    byte[] confluent = format.encoder(Topics.LEAD_SCORE_KEY).encode(KEY);
    assertThat(confluent).startsWith(0, 0, 0, 0, id);
    assertThat(read(format, confluent)).isEqualTo(new Decoded.Value<>(KEY));
    byte[] single = new RecordEncoder<>(Topics.LEAD_SCORE_KEY).encode(KEY);
    assertThat(read(format, single)).isEqualTo(new Decoded.Value<>(KEY));
    assertThat(open(false, false).encoder(Topics.LEAD_SCORE_KEY).encode(KEY)).isEqualTo(single);
  }

  @Test
  void ourSchemaIsFoundHoweverItWasWritten() throws Exception {
    int id = registry.put(SUBJECT, SchemaFormatter.format("json/pretty", NEWEST));
    assertThat(open(false, true).encoder(Topics.LEAD_SCORE_KEY).encode(KEY))
        .startsWith(0, 0, 0, 0, id);
  }

  @Test
  void aMissingSchemaIsRefusedWithTheFix() {
    assertThatThrownBy(() -> open(false, true))
        .isInstanceOf(RegistryException.class)
        .hasMessageContainingAll(SUBJECT, "leadpulse schemas register", "auto-register");
    assertThat(registry.requests()).noneMatch(r -> r.startsWith("POST") && r.endsWith("versions"));
  }

  @Test
  void aMissingSchemaIsRegisteredOnlyIfAskedTo() throws Exception {
    assertThat(read(open(true, true), open(true, true).encoder(Topics.LEAD_SCORE_KEY).encode(KEY)))
        .isEqualTo(new Decoded.Value<>(KEY));
  }

  @Test
  void whatTheRegistrySaidTravelsAndOutlivesIt() throws Exception {
    String older = without(NEWEST, "scorecard");
    int old = registry.put(SUBJECT, older);
    int now = registry.put(SUBJECT, NEWEST.toString());
    RecordFormat sent = open(false, true);
    registry.close();
    RecordFormat there = travel(sent);
    byte[] record = there.encoder(Topics.LEAD_SCORE_KEY).encode(KEY);
    assertThat(record).startsWith(0, 0, 0, 0, now);
    assertThat(read(there, record)).isEqualTo(new Decoded.Value<>(KEY));
    record[4] = (byte) old;
    assertThat(read(there, record))
        .as("a schema that lacks a field without default does not resolve")
        .isInstanceOfSatisfying(
            Decoded.Failure.class,
            failure -> {
              assertThat(failure.cause()).isEqualTo(Cause.INCOMPATIBLE_SCHEMA);
              assertThat(failure.detail()).contains("scorecard").doesNotContain("lead-1");
            });
    record[4] = 99;
    assertThat(read(there, record))
        .extracting(decoded -> ((Decoded.Failure<?>) decoded).cause())
        .isEqualTo(Cause.SCHEMA_UNAVAILABLE);
  }

  @Test
  void aRecordOfAnotherContractIsRefused() throws Exception {
    int foreign = registry.put("x", SchemaHistory.of(Topics.LEAD_PROFILE).newest().toString());
    assertThat(read(open(false, false), new byte[] {0, 0, 0, 0, (byte) foreign, 2, 65}))
        .extracting(decoded -> ((Decoded.Failure<?>) decoded).cause())
        .isEqualTo(Cause.INCOMPATIBLE_SCHEMA);
  }

  private RecordFormat open(boolean register, boolean write) throws RegistryException {
    return RecordFormat.open(
        new RegistrySettings(
            List.of(registry.url()), "", "", "", "", Duration.ofSeconds(3), register),
        "acme.",
        List.of(Topics.LEAD_SCORE_KEY),
        write ? List.of(Topics.LEAD_SCORE_KEY) : List.of());
  }

  private static Decoded<LeadScoreKey> read(RecordFormat format, byte[] record) {
    return format.decoder(Topics.LEAD_SCORE_KEY, Limits.RESULT).decode(record);
  }

  private static String without(Schema schema, String field) {
    return Schema.createRecord(
            schema.getName(),
            null,
            schema.getNamespace(),
            false,
            schema.getFields().stream()
                .filter(f -> !f.name().equals(field))
                .map(f -> new Schema.Field(f, f.schema()))
                .toList())
        .toString();
  }

  private static RecordFormat travel(RecordFormat format) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(format);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (RecordFormat) in.readObject();
    }
  }
}
