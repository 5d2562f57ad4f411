package io.leadpulse.engine.release;

import io.leadpulse.engine.event.EventKind;
import io.leadpulse.engine.expression.Compilation;
import io.leadpulse.engine.expression.Conditions;
import io.leadpulse.engine.expression.ExpressionProblem;
import io.leadpulse.engine.model.StableHash;
import io.leadpulse.engine.model.Text;
import io.leadpulse.engine.yaml.Place;
import io.leadpulse.engine.yaml.Problems;
import io.leadpulse.engine.yaml.YamlEntry;
import io.leadpulse.engine.yaml.YamlMapping;
import io.leadpulse.engine.yaml.YamlValue;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What all sections of a model's text share while it is read. */
final class Draft {
  /** One million points. */
  static final long MAX_MILLI = 1_000_000_000L;

  static final int HOURS_PER_DAY = 24;
  static final int FIVE_YEARS_IN_HOURS = 5 * 365 * HOURS_PER_DAY;

  static final int LONGEST_ID = 64;

  private static final int LONGEST_TEXT = 200;
  private static final int MAX_EXPRESSIONS = 1_000;

  private final Problems problems;
  private final Conditions conditions = new Conditions();
  private final Set<String> usedCategories = new HashSet<>();
  private boolean unknownCategories;
  private int expressions;

  Draft(Problems problems) {
    this.problems = problems;
  }

  Problems problems() {
    return problems;
  }

  Conditions conditions() {
    return conditions;
  }

  /** The categories that some weight names. */
  Set<String> usedCategories() {
    return usedCategories;
  }

  /** Some weight names a category that is not defined: another may wrongly look unused. */
  boolean hasUnknownCategories() {
    return unknownCategories;
  }

  void markUnknownCategory() {
    unknownCategories = true;
  }

  void problem(Place place, String message, String fix) {
    problems.add(place, message, fix);
  }

  /** Checks a name that stands as a key. */
  void checkId(String what, YamlEntry entry) {
    checkId(what, entry.key(), entry.keyPlace());
  }

  void checkId(String what, String id, Place place) {
    boolean valid = !id.isEmpty() && id.length() <= LONGEST_ID;
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      valid &= (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    }
    if (!valid) {
      String shown = id.length() > LONGEST_ID ? id.substring(0, LONGEST_ID) + "..." : id;
      problems.add(
          place,
          what + " '" + shown + "' is no valid id",
          "use 1 to " + LONGEST_ID + " of a-z, 0-9 and '-'");
    }
  }

  /** Refuses names that keyed state could not tell apart. */
  void checkHashes(String what, List<YamlEntry> entries) {
    Map<Integer, String> byHash = new HashMap<>();
    for (YamlEntry entry : entries) {
      String other = byHash.putIfAbsent(StableHash.of32(entry.key()), entry.key());
      if (other != null) {
        problem(
            entry.keyPlace(),
            what + " '" + entry.key() + "' has the same hash as '" + other + "'",
            "rename one of the two");
      }
    }
  }

  /** A name that has to be one of those defined. */
  boolean checkKnown(String what, YamlValue reference, String id, Collection<String> known) {
    if (known.contains(id)) {
      return true;
    }
    reference.unknown(what + " '" + id + "' is not defined", id, known);
    return false;
  }

  /** A text in both languages; one language, or a plain text, stands for both. */
  Text text(YamlValue value, String fallback) {
    if (!value.isMapping()) {
      String plain = value.text(LONGEST_TEXT, fallback);
      return new Text(plain, plain);
    }
    YamlMapping texts = value.mapping(Keys.TEXT);
    String en = texts.get("en").text(LONGEST_TEXT, "");
    String ja = texts.get("ja").text(LONGEST_TEXT, "");
    if (en.isEmpty() && ja.isEmpty()) {
      en = fallback;
    }
    return new Text(en.isEmpty() ? ja : en, ja.isEmpty() ? en : ja);
  }

  /** A condition on profiles; empty where there is none. */
  String profileCondition(YamlValue value) {
    String source = value.text("");
    if (!source.isEmpty() && mayCompile(value)) {
      tell(value, conditions.onProfile(source));
    }
    return source;
  }

  /** A condition on events of a kind; empty where there is none. */
  String eventCondition(YamlValue value, EventKind kind) {
    String source = value.text("");
    if (!source.isEmpty() && mayCompile(value)) {
      tell(value, conditions.onEvent(source, kind));
    }
    return source;
  }

  /** Compiling takes about a millisecond, and every task compiles every model. */
  private boolean mayCompile(YamlValue value) {
    expressions++;
    if (expressions == MAX_EXPRESSIONS + 1) {
      value.problem(
          "the model has more than " + MAX_EXPRESSIONS + " expressions",
          "say more with path, form, asset, topic-is, campaign and link");
    }
    return expressions <= MAX_EXPRESSIONS;
  }

  /** Puts the problems of an expression at their place in the file. */
  private void tell(YamlValue value, Compilation<?> compilation) {
    for (ExpressionProblem problem : compilation.problems()) {
      problems.add(
          value.placeInside(problem.line(), problem.column()), problem.message(), problem.fix());
    }
  }
}
