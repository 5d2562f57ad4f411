package io.leadpulse.schemas.wire;

import io.leadpulse.schemas.Subject;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * Those fields of a subject that somebody asks for, each with a slot. The others are checked as
 * strictly, and nothing is made of them.
 *
 * @param fields of the newest schema; the slot of each is its place here
 */
public record Projection<T extends SpecificRecord>(Subject<T> subject, List<String> fields) {

  public Projection {
    fields = List.copyOf(fields);
    Schema schema = subject.schema();
    for (String field : fields) {
      if (schema.getField(field) == null) {
        throw new IllegalArgumentException(subject.name() + " has no field " + field);
      }
    }
  }

  /** Asks for all fields. */
  public static <T extends SpecificRecord> Projection<T> whole(Subject<T> subject) {
    return new Projection<>(
        subject, subject.schema().getFields().stream().map(Schema.Field::name).toList());
  }

  /**
   * Where the value of a field is found.
   *
   * @throws IllegalArgumentException if nobody asks for it
   */
  public int slot(String field) {
    int slot = fields.indexOf(field);
    if (slot < 0) {
      throw new IllegalArgumentException(field + " is not asked for");
    }
    return slot;
  }
}
