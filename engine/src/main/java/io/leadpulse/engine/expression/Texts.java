package io.leadpulse.engine.expression;

import io.leadpulse.engine.expression.Part.Table;
import io.leadpulse.engine.expression.Part.Truth;
import io.leadpulse.engine.expression.Part.Undefined;
import io.leadpulse.engine.expression.Part.Whole;
import io.leadpulse.engine.expression.Part.Words;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parts of expressions about texts and tables of texts. */
final class Texts {
  private Texts() {}

  static <T> @Nullable Truth<T> of(String function, Words<T> left, Words<T> right) {
    return switch (function) {
      case "_==_" -> Truths.tested(subject -> left.of(subject).equals(right.of(subject)));
      case "_!=_" -> Truths.tested(subject -> !left.of(subject).equals(right.of(subject)));
      case "startsWith" -> Truths.tested(subject -> left.of(subject).startsWith(right.of(subject)));
      case "endsWith" -> Truths.tested(subject -> left.of(subject).endsWith(right.of(subject)));
      case "contains" -> Truths.tested(subject -> left.of(subject).contains(right.of(subject)));
      default -> null;
    };
  }

  /** The length in code points. */
  static <T> Whole<T> size(Words<T> part) {
    return subject -> {
      String text = part.of(subject);
      return text.codePointCount(0, text.length());
    };
  }

  static <T> Truth<T> isOneOf(Words<T> part, List<String> texts) {
    Set<String> set = Set.copyOf(texts);
    return Truths.tested(subject -> set.contains(part.of(subject)));
  }

  static <T> Truth<T> isKey(Words<T> key, Table<T> table) {
    return Truths.tested(subject -> table.of(subject).containsKey(key.of(subject)));
  }

  /** The text at a key; undefined where the table has none. */
  static <T> Words<T> at(Table<T> table, Words<T> key) {
    return subject -> {
      String text = table.of(subject).get(key.of(subject));
      if (text == null) {
        throw new Undefined();
      }
      return text;
    };
  }
}
