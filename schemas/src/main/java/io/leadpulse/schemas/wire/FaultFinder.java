package io.leadpulse.schemas.wire;

import io.leadpulse.schemas.wire.Decoded.Failure;
import java.io.IOException;
import org.apache.avro.Schema;

/**
 * Says which field of a bad record is at fault, by reading it once more along its writer's schema.
 * The first reading does not keep track, because nearly all records are good.
 */
final class FaultFinder {
  static final String UNEXPLAINED = "no value of the newest schema, and no field of it is at fault";

  private final CheckedDecoder in;
  private final StringBuilder path = new StringBuilder();

  FaultFinder(CheckedDecoder in) {
    this.in = in;
  }

  <T> Failure<T> find(Schema writer, byte[] record, int offset) {
    in.reset(record, offset);
    try {
      read(writer);
      return new Failure<>(Cause.UNREADABLE, UNEXPLAINED);
    } catch (Refusal refusal) {
      return new Failure<>(refusal.reason(), path + ": " + refusal.getMessage());
    } catch (IOException | RuntimeException e) {
      // Not met yet. It would be a fault of ours, and still no reason to stop at a record.
      return new Failure<>(Cause.UNREADABLE, UNEXPLAINED);
    }
  }

  private void read(Schema schema) throws IOException {
    switch (schema.getType()) {
      case RECORD -> readFields(schema);
      case ARRAY -> readItems(schema.getElementType());
      case MAP -> readEntries(schema.getValueType());
      case UNION -> read(schema.getTypes().get(in.readIndexBelow(schema.getTypes().size())));
      case ENUM -> in.readIndexBelow(schema.getEnumSymbols().size());
      case FIXED -> in.skipFixed(schema.getFixedSize());
      case STRING -> in.skipString();
      case BYTES -> in.skipBytes();
      case INT -> in.readInt();
      case LONG -> in.readLong();
      case FLOAT -> in.readFloat();
      case DOUBLE -> in.readDouble();
      case BOOLEAN -> in.readBoolean();
      case NULL -> in.readNull();
    }
  }

  private void readFields(Schema schema) throws IOException {
    int length = path.length();
    for (Schema.Field field : schema.getFields()) {
      path.append(length == 0 ? "" : ".").append(field.name());
      read(field.schema());
      path.setLength(length);
    }
  }

  private void readItems(Schema items) throws IOException {
    for (long count = in.readArrayStart(); count > 0; count = in.arrayNext()) {
      for (long i = 0; i < count; i++) {
        read(items);
      }
    }
  }

  private void readEntries(Schema values) throws IOException {
    for (long count = in.readMapStart(); count > 0; count = in.mapNext()) {
      for (long i = 0; i < count; i++) {
        in.skipString();
        read(values);
      }
    }
  }
}
