package io.leadpulse.schemas.wire;

import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityResult;
import org.jspecify.annotations.Nullable;

/**
 * Reads records whose head names the schema of their body, and never throws, whatever the bytes
 * are. A bad record leaves no trace in the ones after it. For one thread at a time.
 *
 * @param <V> what a body is read as
 */
final class FramedReader<V> {
  /** What is resolved at once; a registry may hold more than any topic should. */
  private static final int MOST_WRITERS = 256;

  private final Framing[] framings;
  private final Schema newest;
  private final Bodies<V> bodies;
  private final CheckedDecoder in;
  private final Map<Schema, Resolution<V>> resolutions = new IdentityHashMap<>();
  private @Nullable Resolution<V> last;

  /** Reads the bodies that were written with one schema. */
  @FunctionalInterface
  interface Body<V> {
    Decoded<V> read(CheckedDecoder in) throws IOException;
  }

  /** Finds how to read the bodies that a schema was used for, which resolves to the newest. */
  @FunctionalInterface
  interface Bodies<V> {
    Body<V> of(Schema writer) throws IOException;
  }

  /**
   * @param framings told apart by the first bytes of a record; the first that claims it reads it
   * @param newest what other schemas are resolved to
   */
  FramedReader(List<Framing> framings, Schema newest, Limits limits, Bodies<V> bodies) {
    this.framings = framings.toArray(Framing[]::new);
    this.newest = newest;
    this.bodies = bodies;
    in = new CheckedDecoder(limits);
  }

  Decoded<V> read(byte @Nullable [] record) {
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
      return readBody(record, framing.headerSize(), writer, bodyOf(writer));
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

  private Decoded<V> readBody(byte[] record, int offset, Schema writer, Body<V> body) {
    in.reset(record, offset);
    try {
      Decoded<V> decoded = body.read(in);
      return in.remaining() == 0
          ? decoded
          : new Decoded.Failure<>(
              Cause.TRAILING_BYTES, in.remaining() + " bytes after byte " + in.position());
    } catch (IOException | RuntimeException e) {
      return new FaultFinder(in).find(writer, record, offset);
    }
  }

  private Body<V> bodyOf(Schema writer) throws Refusal {
    Resolution<V> resolution = last;
    if (resolution == null || resolution.writer() != writer) {
      resolution = resolutionOf(writer);
      last = resolution;
    }
    if (resolution.body() == null) {
      throw new Refusal(Cause.INCOMPATIBLE_SCHEMA, resolution.problem());
    }
    return resolution.body();
  }

  private Resolution<V> resolutionOf(Schema writer) {
    Resolution<V> known = resolutions.get(writer);
    if (known == null) {
      if (resolutions.size() >= MOST_WRITERS) {
        resolutions.clear();
      }
      known = resolve(writer);
      resolutions.put(writer, known);
    }
    return known;
  }

  /** Once for each writer's schema: a foreign one may be of another contract altogether. */
  private Resolution<V> resolve(Schema writer) {
    try {
      SchemaCompatibilityResult result =
          SchemaCompatibility.checkReaderWriterCompatibility(newest, writer).getResult();
      return result.getIncompatibilities().isEmpty()
          ? new Resolution<>(writer, bodies.of(writer), "")
          : new Resolution<>(writer, null, problem(result.getIncompatibilities().get(0)));
    } catch (IOException | RuntimeException e) {
      return new Resolution<>(writer, null, "the writer's schema: " + e.getMessage());
    }
  }

  private static String problem(Incompatibility found) {
    return "the writer's schema at %s: %s".formatted(found.getLocation(), found.getMessage());
  }

  /**
   * How a writer's schema becomes the newest one.
   *
   * @param body null if it does not
   */
  private record Resolution<V>(Schema writer, @Nullable Body<V> body, String problem) {}
}
