package io.leadpulse.schemas.wire;

import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.history.SchemaHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.io.Encoder;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** Writes the records of one subject. For one thread at a time. */
public final class RecordEncoder<T extends SpecificRecord> {
  private final byte[] header;
  private final SpecificDatumWriter<T> writer;
  private final GrowingEncoder out = new GrowingEncoder();

  /** Writes in single-object encoding. */
  public RecordEncoder(Subject<T> subject) {
    this(subject, new SingleObjectFraming(SchemaHistory.of(subject)).header());
  }

  /**
   * @param header what a framing puts before the body; names the subject's newest schema
   */
  public RecordEncoder(Subject<T> subject, byte[] header) {
    this.header = header.clone();
    writer = new SpecificDatumWriter<>(subject.schema());
  }

  /** The record in a fresh array. */
  public byte[] encode(T value) {
    return encodeFields(to -> writer.write(value, to));
  }

  /**
   * A record whose fields the caller writes himself, without an object of them, in a fresh array.
   *
   * @param fields writes all fields in the order of the subject's newest schema
   */
  public byte[] encodeFields(Fields fields) {
    out.reset(header);
    try {
      fields.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The fields of one record. */
  @FunctionalInterface
  public interface Fields {
    void writeTo(Encoder out) throws IOException;
  }
}
