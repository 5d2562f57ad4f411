package io.leadpulse.schemas.wire;

import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.history.SchemaHistory;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityResult;
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
  /** What is resolved at once; a registry may hold more than any topic should. */
  private static final int MOST_WRITERS = 256;

  private final List<Framing> framings;
  private final Schema reader;
  private final FastReaderBuilder readers;
  private final Map<Schema, Resolution<T>> resolutions = new IdentityHashMap<>();
  private final CheckedDecoder in;

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
    this(
        subject,
        limits,
        List.of(new SingleObjectFraming(SchemaHistory.of(subject)), new ConfluentFraming(schemas)));
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
    try {
      Schema writer = framing.writerOf(record);
      return decodeBody(record, framing.headerSize(), writer, readerFor(writer));
    } catch (Refusal refusal) {
      return new Decoded.Failure<>(refusal.reason(), String.valueOf(refusal.getMessage()));
    }
  }

  private @Nullable Framing framingOf(byte[] record) {
    for (Framing framing : framings) {
      if (framing.claims(record)) {
        return framing;
      }
    }
    return null;
  }

  private Decoded<T> decodeBody(byte[] record, int offset, Schema writer, DatumReader<T> body) {
    in.reset(record, offset);
    try {
      T value = body.read(null, in);
      return in.remaining() == 0
          ? new Decoded.Value<>(value)
          : new Decoded.Failure<>(
              Cause.TRAILING_BYTES, in.remaining() + " bytes after byte " + in.position());
    } catch (IOException | RuntimeException e) {
      return new FaultFinder(in).find(writer, record, offset);
    }
  }

  private DatumReader<T> readerFor(Schema writer) throws Refusal {
    Resolution<T> known = resolutions.get(writer);
    if (known == null) {
      if (resolutions.size() >= MOST_WRITERS) {
        resolutions.clear();
      }
      known = resolve(writer);
      resolutions.put(writer, known);
    }
    if (known.reader() == null) {
      throw new Refusal(Cause.INCOMPATIBLE_SCHEMA, known.problem());
    }
    return known.reader();
  }

  /** Once for each writer's schema: a foreign one may be of another contract altogether. */
  private Resolution<T> resolve(Schema writer) {
    try {
      SchemaCompatibilityResult result =
          SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getResult();
      return result.getIncompatibilities().isEmpty()
          ? new Resolution<>(readers.createDatumReader(writer, reader), "")
          : new Resolution<>(null, problem(result.getIncompatibilities().get(0)));
    } catch (IOException | RuntimeException e) {
      return new Resolution<>(null, "the writer's schema: " + e.getMessage());
    }
  }

  private static String problem(Incompatibility found) {
    return "the writer's schema at %s: %s".formatted(found.getLocation(), found.getMessage());
  }

  /**
   * How a writer's schema becomes the newest one.
   *
   * @param reader null if it does not
   */
  private record Resolution<T>(@Nullable DatumReader<T> reader, String problem) {}
}
