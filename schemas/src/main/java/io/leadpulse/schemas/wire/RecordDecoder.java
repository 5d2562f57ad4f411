package io.leadpulse.schemas.wire;

import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.history.SchemaHistory;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.FastReaderBuilder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of one subject and never throws, whatever the bytes are. A bad record leaves no
 * trace in the ones after it. For one thread at a time.
 */
public final class RecordDecoder<T extends SpecificRecord> {
  private final List<Framing> framings;
  private final Schema reader;
  private final FastReaderBuilder readers;
  private final Map<Schema, DatumReader<T>> readersByWriter = new IdentityHashMap<>();
  private final CheckedDecoder in;

  /** Reads single-object encoding with any released schema. */
  public RecordDecoder(Subject<T> subject, Limits limits) {
    this(subject, limits, List.of(new SingleObjectFraming(SchemaHistory.of(subject))));
  }

  /**
   * @param framings told apart by the first bytes of a record; the first that claims it reads it
   */
  public RecordDecoder(Subject<T> subject, Limits limits, List<Framing> framings) {
    this.framings = List.copyOf(framings);
    reader = subject.schema();
    readers = new FastReaderBuilder(SpecificData.getForClass(subject.type()));
    in = new CheckedDecoder(limits);
  }

  /** The value of a record that was written with any known schema, as the newest one has it. */
  public Decoded<T> decode(byte @Nullable [] record) {
    if (record == null || record.length == 0) {
      return new Decoded.Failure<>(Cause.EMPTY, "no bytes");
    }
    Framing framing = framingOf(record);
    if (framing == null) {
      return new Decoded.Failure<>(Cause.UNREADABLE, "no known framing begins so");
    }
    if (record.length < framing.headerSize()) {
      return new Decoded.Failure<>(Cause.TRUNCATED, "ends within its header");
    }
    Schema writer = framing.writerOf(record);
    if (writer == null) {
      return new Decoded.Failure<>(Cause.UNKNOWN_SCHEMA, framing.describe(record));
    }
    return decodeBody(record, framing.headerSize(), writer);
  }

  private @Nullable Framing framingOf(byte[] record) {
    for (Framing framing : framings) {
      if (framing.claims(record)) {
        return framing;
      }
    }
    return null;
  }

  private Decoded<T> decodeBody(byte[] record, int offset, Schema writer) {
    in.reset(record, offset);
    try {
      T value = readerFor(writer).read(null, in);
      return in.remaining() == 0
          ? new Decoded.Value<>(value)
          : new Decoded.Failure<>(
              Cause.TRAILING_BYTES, in.remaining() + " bytes after byte " + in.position());
    } catch (IOException | RuntimeException e) {
      return new FaultFinder(in).find(writer, record, offset);
    }
  }

  private DatumReader<T> readerFor(Schema writer) throws IOException {
    DatumReader<T> known = readersByWriter.get(writer);
    if (known != null) {
      return known;
    }
    DatumReader<T> made = readers.createDatumReader(writer, reader);
    readersByWriter.put(writer, made);
    return made;
  }
}
