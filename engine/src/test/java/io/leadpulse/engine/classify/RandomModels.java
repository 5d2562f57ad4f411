package io.leadpulse.engine.classify;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.event.EngagementBuilder;
import io.leadpulse.engine.event.EventKind;
import io.leadpulse.engine.model.Hygiene;
import io.leadpulse.engine.model.Matcher;
import io.leadpulse.engine.model.OncePer;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.model.Signal;
import io.leadpulse.engine.model.Text;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Models and events over so few words that they often meet. */
final class RandomModels {
  private static final List<String> PATH_PARTS =
      List.of("a", "b", "ab", "*", "**", "?", "a*", "*b", "a?", "*a*b");
  private static final List<String> TEXTS =
      List.of("a", "b", "ab", "abc", "a*", "*b", "*b*", "?", "*", "b?", "a*c");
  private static final List<EventKind> KINDS =
      List.of(EventKind.PAGE_VIEW, EventKind.FORM_SUBMIT, EventKind.CLICK);

  private RandomModels() {}

  static ScoringModel model(List<Matcher> matchers) {
    List<Signal> signals = new ArrayList<>();
    for (Matcher matcher : matchers) {
      String id = "signal-" + signals.size();
      Text label = new Text(id, id);
      signals.add(
          new Signal(signals.size(), id, matcher, null, OncePer.TOUCH, false, false, "", label));
    }
    return new ScoringModel(
        "random",
        1,
        ZoneOffset.UTC,
        24,
        500,
        Set.of(),
        signals,
        List.of(),
        List.of(),
        List.of(),
        Hygiene.DEFAULT);
  }

  static List<Matcher> matchers(SplittableRandom random) {
    List<Matcher> matchers = new ArrayList<>();
    int signals = random.nextInt(0, 12);
    for (int i = 0; i < signals; i++) {
      matchers.add(random.nextInt(8) == 0 ? otherwise(random) : matcher(random));
    }
    return matchers;
  }

  private static Matcher otherwise(SplittableRandom random) {
    List<String> none = List.of();
    return new Matcher(pick(random, KINDS), none, none, none, none, none, none, "", true);
  }

  private static Matcher matcher(SplittableRandom random) {
    EventKind kind = pick(random, KINDS);
    String where = random.nextInt(4) == 0 ? "event.title == 'a'" : "";
    return new Matcher(
        kind,
        paths(random),
        texts(random),
        texts(random),
        texts(random),
        texts(random),
        texts(random),
        where,
        false);
  }

  private static List<String> texts(SplittableRandom random) {
    return list(random, 4, () -> pick(random, TEXTS));
  }

  private static List<String> paths(SplittableRandom random) {
    return list(random, 2, () -> path(random, PATH_PARTS));
  }

  private static List<String> list(SplittableRandom random, int oneIn, Supplier<String> item) {
    List<String> list = new ArrayList<>();
    int items = random.nextInt(oneIn) == 0 ? random.nextInt(1, 4) : 0;
    for (int i = 0; i < items; i++) {
      list.add(item.get());
    }
    return list;
  }

  static String path(SplittableRandom random, List<String> parts) {
    StringBuilder path = new StringBuilder();
    int segments = random.nextInt(1, 4);
    for (int i = 0; i < segments; i++) {
      path.append(i > 0 || random.nextInt(4) > 0 ? "/" : "").append(pick(random, parts));
    }
    return path + (random.nextInt(5) == 0 ? "/" : "");
  }

  static String globOfPath(SplittableRandom random) {
    return path(random, PATH_PARTS);
  }

  static String globOfText(SplittableRandom random) {
    return pick(random, TEXTS) + pick(random, TEXTS);
  }

  static String value(SplittableRandom random) {
    StringBuilder value = new StringBuilder();
    int length = random.nextInt(0, 5);
    for (int i = 0; i < length; i++) {
      value.append("abc/".charAt(random.nextInt(random.nextInt(3) == 0 ? 4 : 3)));
    }
    return value.toString();
  }

  static String pathOfEvent(SplittableRandom random) {
    return random.nextInt(10) == 0 ? "" : "/" + value(random) + value(random);
  }

  static Engagement event(SplittableRandom random) {
    EngagementBuilder builder = Engagement.of(pick(random, KINDS), "lead", "event");
    return builder
        .path(pathOfEvent(random))
        .form(value(random))
        .asset(value(random))
        .topic(value(random))
        .campaign(value(random))
        .link(value(random))
        .title(random.nextInt(2) == 0 ? "a" : "b")
        .build();
  }

  private static <E> E pick(SplittableRandom random, List<E> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
