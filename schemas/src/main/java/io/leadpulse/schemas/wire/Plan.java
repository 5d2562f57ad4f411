package io.leadpulse.schemas.wire;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * How the records of one writer's schema are read: one step for each field of the writer, in its
 * order, then what the newest schema has for fields that the writer does not know.
 */
record Plan(Step[] steps, Missing[] missing) {

  /** What to do with the next value; those that nearly every record has are told apart here. */
  enum Kind {
    PASS_TEXTS,
    TEXT,
    INT,
    LONG,
    FLAG,
    OTHER
  }

  /** Anything else that may be done with the next value. */
  @FunctionalInterface
  interface Reading {
    Reading NONE = (in, to) -> {};

    void read(CheckedDecoder in, FieldValues to) throws IOException;
  }

  /**
   * One step. A closed choice and no call that could go anywhere: there is one for each field of
   * each record.
   *
   * @param slot where the value goes; for {@link Kind#PASS_TEXTS} how many there are side by side
   * @param other for {@link Kind#OTHER}
   */
  record Step(Kind kind, int slot, Reading other) implements Reading {
    @Override
    public void read(CheckedDecoder in, FieldValues to) throws IOException {
      switch (kind) {
        case PASS_TEXTS -> {
          for (int i = 0; i < slot; i++) {
            in.passText();
          }
        }
        case TEXT -> {
          int length = in.passText();
          to.setText(slot, in.position() - length, length);
        }
        case INT -> to.setNumber(slot, in.readInt());
        case LONG -> to.setNumber(slot, in.readLong());
        case FLAG -> to.setNumber(slot, in.readBoolean() ? 1 : 0);
        case OTHER -> other.read(in, to);
      }
    }
  }

  /** The default of an asked field that the writer does not have. */
  record Missing(int slot, @Nullable Object value) {}

  /**
   * Reads one record.
   *
   * @throws IOException if its bytes are none that the writer's schema allows; also a runtime
   *     exception is possible then, as with Avro's own readers
   */
  void read(CheckedDecoder in, FieldValues to) throws IOException {
    to.begin(in.bytes());
    for (Step step : steps) {
      step.read(in, to);
    }
    for (Missing field : missing) {
      to.set(field.slot(), field.value());
    }
  }
}
