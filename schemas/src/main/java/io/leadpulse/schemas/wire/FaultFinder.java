package io.leadpulse.schemas.wire;

import io.leadpulse.schemas.wire.Decoded.Failure;
import java.io.IOException;
import org.apache.avro.Schema;

/**
 * Says which field of a bad record is at fault, by reading it once more along its writer's schema.
 * The first reading does not keep track, because nearly all records are good.
 */
final class FaultFinder {
  private final CheckedDecoder in;
  private final StringBuilder path = new StringBuilder();

  FaultFinder(CheckedDecoder in) {
    this.in = in;
  }

  <T> Failure<T> find(Schema writer, byte[] record, int offset) {
    in.reset(record, offset);
    try {
      read(writer);
      return new Failure<>(Cause.UNREADABLE, "no value of the newest schema");
    } catch (Refusal refusal) {
      return new Failure<>(refusal.reason(), path + ": " + refusal.getMessage());
    } catch (IOException e) {
      throw new IllegalStateException("An array was read; it cannot fail otherwise", e);
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
