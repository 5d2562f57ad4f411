package io.leadpulse.schemas.wire;

import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.history.SchemaHistory;
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
 * Reads the records of one subject whole and never throws, whatever the bytes are. A bad record
 * leaves no trace in the ones after it. For one thread at a time.
 */
public final class RecordDecoder<T extends SpecificRecord> {
  private final Schema newest;
  private final FastReaderBuilder readers;
  private final FramedReader<T> reader;

  /** Reads single-object encoding with any released schema; there is no registry. */
  public RecordDecoder(Subject<T> subject, Limits limits) {
    this(subject, limits, SchemasById.NONE);
  }

  /**
   * Reads single-object encoding with any released schema, and the Confluent wire format.
   *
   * @param schemas what the latter names its schemas by
   */
  public RecordDecoder(Subject<T> subject, Limits limits, SchemasById schemas) {
    this(subject, limits, framings(subject, schemas));
  }

  /**
   * @param framings told apart by the first bytes of a record; the first that claims it reads it
   */
  public RecordDecoder(Subject<T> subject, Limits limits, List<Framing> framings) {
    newest = subject.schema();
    readers = new FastReaderBuilder(SpecificData.getForClass(subject.type()));
    reader = new FramedReader<>(framings, newest, limits, this::body);
  }

  static List<Framing> framings(Subject<?> subject, SchemasById schemas) {
    return List.of(
        new SingleObjectFraming(SchemaHistory.of(subject)), new ConfluentFraming(schemas));
  }

  /** The value of a record that was written with any known schema, as the newest one has it. */
  public Decoded<T> decode(byte @Nullable [] record) {
    return reader.read(record);
  }

  private Body<T> body(Schema writer) throws IOException {
    DatumReader<T> body = readers.createDatumReader(writer, newest);
    return in -> new Decoded.Value<>(body.read(null, in));
  }
}
