package io.leadpulse.cli.simulate;

import io.leadpulse.cli.truth.Claim;
import io.leadpulse.schemas.IdentityChange;
import io.leadpulse.schemas.IdentityChangeKind;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The fields that most contracts share, by name. */
final class Fields {
  private Fields() {}

  /** Id of the event; empty for a record without. */
  static String eventId(SpecificRecord value) {
    String id = text(value, "eventId");
    return id == null ? "" : id;
  }

  static @Nullable String visitorId(SpecificRecord value) {
    return text(value, "visitorId");
  }

  /** What a record is keyed by: its lead, or its visitor where no lead is named or one is told. */
  static byte[] key(SpecificRecord value) {
    String lead = text(value, "leadId");
    String visitor = visitorId(value);
    boolean link =
        value instanceof IdentityChange change && change.getKind() == IdentityChangeKind.LINK;
    String key = lead == null || link ? visitor : lead;
    if (key == null) {
      throw new IllegalArgumentException("Names nobody: " + value);
    }
    return key.getBytes(StandardCharsets.UTF_8);
  }

  static Claim claim(Subject<?> subject, SpecificRecord value) {
    return new Claim(
        Topics.ENGAGEMENTS.contains(subject) ? kind(value) : "",
        text(value, "leadId"),
        visitorId(value));
  }

  private static String kind(SpecificRecord value) {
    Object kind = value.get(value.getSchema().getField("kind").pos());
    return kind.toString().toLowerCase(Locale.ROOT).replace('_', '-').intern();
  }

  private static @Nullable String text(SpecificRecord value, String name) {
    Schema.Field field = value.getSchema().getField(name);
    return field == null ? null : (String) value.get(field.pos());
  }
}
