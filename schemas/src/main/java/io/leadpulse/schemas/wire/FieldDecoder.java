package io.leadpulse.schemas.wire;

import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.wire.FramedReader.Body;
import java.io.IOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.FastReaderBuilder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads the asked fields of one subject's records and never throws, whatever the bytes are. It
 * takes and refuses the same records as a {@link RecordDecoder}, with the same words, and makes no
 * object of what nobody asks for. For one thread at a time.
 */
public final class FieldDecoder<T extends SpecificRecord> {
  private final Subject<T> subject;
  private final int[] positions;
  private final Planner planner;
  private final FieldValues values;
  private final Decoded.Value<FieldValues> decoded;
  private final FramedReader<FieldValues> reader;

  /**
   * @param schemas what the Confluent wire format names its schemas by
   */
  public FieldDecoder(Projection<T> projection, Limits limits, SchemasById schemas) {
    this(projection, limits, RecordDecoder.framings(projection.subject(), schemas));
  }

  FieldDecoder(Projection<T> projection, Limits limits, List<Framing> framings) {
    subject = projection.subject();
    positions =
        projection.fields().stream()
            .mapToInt(field -> subject.schema().getField(field).pos())
            .toArray();
    planner = new Planner(projection);
    values = new FieldValues(positions.length);
    decoded = new Decoded.Value<>(values);
    reader = new FramedReader<>(framings, subject.schema(), limits, this::body);
  }

  /** The asked fields, which hold until the next call. */
  public Decoded<FieldValues> decode(byte @Nullable [] record) {
    return reader.read(record);
  }

  private Body<FieldValues> body(Schema writer) throws IOException {
    Plan plan = planner.plan(writer);
    if (plan == null) {
      return whole(writer);
    }
    return in -> {
      plan.read(in, values);
      return decoded;
    };
  }

  /** Reads all fields the long way, which handles whatever Avro does. */
  private Body<FieldValues> whole(Schema writer) throws IOException {
    DatumReader<T> body =
        new FastReaderBuilder(SpecificData.getForClass(subject.type()))
            .createDatumReader(writer, subject.schema());
    return in -> {
      T record = body.read(null, in);
      values.begin();
      for (int slot = 0; slot < positions.length; slot++) {
        values.set(slot, record.get(positions[slot]));
      }
      return decoded;
    };
  }
}
