package io.leadpulse.schemas.wire;

import io.leadpulse.schemas.wire.Plan.Kind;
import io.leadpulse.schemas.wire.Plan.Reading;
import io.leadpulse.schemas.wire.Plan.Step;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** What plans are made of. */
final class Steps {
  static final Step PASS_TEXT = new Step(Kind.PASS_TEXTS, 1, Reading.NONE);

  static final Step PASS_TEXTS_BY_NAME = other((in, to) -> passTextsByName(in));

  private Steps() {}

  static Step other(Reading reading) {
    return new Step(Kind.OTHER, 0, reading);
  }

  static Step passTexts(int count) {
    return new Step(Kind.PASS_TEXTS, count, Reading.NONE);
  }

  /** Reads a value as it is into a slot. */
  static Step take(Kind kind, int slot) {
    return new Step(kind, slot, Reading.NONE);
  }

  /**
   * A symbol, as the newest schema counts it.
   *
   * @param places by the writer's count
   * @param slot below 0 if it is not asked for
   */
  static Step symbol(int[] places, int slot) {
    return other(
        (in, to) -> {
          int place = places[in.readEnum()];
          if (place < 0) {
            throw new Refusal(Cause.UNREADABLE, "the newest schema has no place for a symbol");
          }
          if (slot >= 0) {
            to.setNumber(slot, place);
          }
        });
  }

  static Step takeTextsByName(int slot) {
    return other((in, to) -> to.setTexts(slot, textsByName(in)));
  }

  private static Map<String, String> textsByName(CheckedDecoder in) throws IOException {
    long count = in.readMapStart();
    if (count == 0) {
      return Map.of();
    }
    Map<String, String> texts = new HashMap<>();
    for (; count > 0; count = in.mapNext()) {
      for (long i = 0; i < count; i++) {
        texts.put(in.readString(), in.readString());
      }
    }
    return texts;
  }

  private static void passTextsByName(CheckedDecoder in) throws IOException {
    for (long count = in.readMapStart(); count > 0; count = in.mapNext()) {
      for (long i = 0; i < count; i++) {
        in.passText();
        in.passText();
      }
    }
  }
}
