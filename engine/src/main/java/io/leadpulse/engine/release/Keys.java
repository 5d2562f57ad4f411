package io.leadpulse.engine.release;

import java.util.List;

/** Every key that a scoring model may hold, by the mapping in which it stands. */
final class Keys {
  static final List<String> MODEL =
      List.of(
          "model",
          "time-zone",
          "retention",
          "lost",
          "exclusions",
          "categories",
          "signals",
          "dampers",
          "fit",
          "scorecards",
          "hygiene");
  static final List<String> LOST = List.of("keep");
  static final List<String> CATEGORY = List.of("cap");
  static final List<String> WEIGHT = List.of("points", "half-life", "per-day", "category");
  static final List<String> SIGNAL =
      List.of(
          "on",
          "path",
          "form",
          "asset",
          "topic-is",
          "campaign",
          "link",
          "where",
          "otherwise",
          "once-per",
          "human",
          "hand-raise",
          "derive",
          "of",
          "within",
          "topic",
          "label",
          "points",
          "half-life",
          "per-day",
          "category");
  static final List<String> DAMPER =
      List.of("when", "signals", "days", "lasts", "factor", "mute", "label");
  static final List<String> FIT_RULE = List.of("grade", "when");
  static final List<String> SCORECARD =
      List.of(
          "extends",
          "title",
          "audience",
          "warm",
          "hot",
          "cooldown",
          "hand-raise-keeps",
          "require",
          "gates",
          "weights",
          "caps");
  static final List<String> THRESHOLD = List.of("enter", "exit");
  static final List<String> REQUIRE = List.of("distinct-signals", "human-signals");
  static final List<String> TEXT = List.of("en", "ja");
  static final List<String> HYGIENE =
      List.of("agents", "networks", "hidden-links", "flood", "quarantine");
  static final List<String> AGENTS = List.of("lists", "machines", "scanners", "people");
  static final List<String> NETWORKS = List.of("own", "scanners", "people");

  private Keys() {}
}
