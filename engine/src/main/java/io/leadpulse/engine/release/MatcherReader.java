package io.leadpulse.engine.release;

import io.leadpulse.engine.event.Channel;
import io.leadpulse.engine.event.EventKind;
import io.leadpulse.engine.model.Matcher;
import io.leadpulse.engine.model.OncePer;
import io.leadpulse.engine.yaml.YamlMapping;
import io.leadpulse.engine.yaml.YamlValue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads when an event counts for a signal, and refuses what could never match. */
final class MatcherReader {
  private static final int MAX_VALUES = 1_000;
  private static final int MAX_VALUE_LENGTH = 500;
  private static final int MAX_WILDCARDS = 8;

  private static final Map<String, EventKind> KINDS = new LinkedHashMap<>();
  private static final Map<String, OncePer> ONCE_PER = new LinkedHashMap<>();
  private static final Set<EventKind> ALL = EnumSet.allOf(EventKind.class);
  private static final Set<EventKind> WEB = kindsOf(Channel.WEB);
  private static final Set<EventKind> EMAIL = kindsOf(Channel.EMAIL);
  private static final Set<EventKind> WEBINAR = kindsOf(Channel.WEBINAR);

  /** The kinds whose events can carry what a key matches. */
  private static final Map<String, Set<EventKind>> CARRIERS =
      Map.of(
          "path", WEB,
          "form", WEB,
          "asset", WEB,
          "topic-is", ALL,
          "campaign", ALL,
          "link", EnumSet.of(EventKind.CLICK));

  static {
    for (EventKind kind : EventKind.values()) {
      KINDS.put(kind.term(), kind);
    }
    for (OncePer oncePer : EnumSet.complementOf(EnumSet.of(OncePer.TOUCH))) {
      ONCE_PER.put(oncePer.term(), oncePer);
    }
  }

  private MatcherReader() {}

  static Matcher read(YamlMapping mapping, Draft draft) {
    for (String key : List.of("of", "within")) {
      if (mapping.has(key)) {
        draft.problem(
            mapping.keyPlace(key),
            "only a derived signal has '" + key + "'",
            "remove it, or write 'derive: return' instead of 'on:'");
      }
    }
    EventKind kind = kind(mapping);
    Matcher matcher =
        new Matcher(
            kind == null ? EventKind.PAGE_VIEW : kind,
            values(mapping, "path", kind, draft),
            values(mapping, "form", kind, draft),
            values(mapping, "asset", kind, draft),
            values(mapping, "topic-is", kind, draft),
            values(mapping, "campaign", kind, draft),
            values(mapping, "link", kind, draft),
            where(mapping, kind, draft),
            mapping.get("otherwise").bool(false));
    if (matcher.otherwise()) {
      checkAlone(mapping, draft);
    }
    return matcher;
  }

  static OncePer oncePer(YamlMapping mapping) {
    YamlValue value = mapping.get("once-per");
    OncePer oncePer = value.choice(ONCE_PER, OncePer.TOUCH);
    EventKind kind = KINDS.get(mapping.get("on").peek());
    if (kind != null && !carriersOf(oncePer).contains(kind)) {
      List<String> fitting =
          ONCE_PER.entrySet().stream()
              .filter(entry -> carriersOf(entry.getValue()).contains(kind))
              .map(Map.Entry::getKey)
              .toList();
      value.problem(
          "a " + kind.term() + " event has no " + oncePer.term(),
          "use " + String.join(" or ", fitting));
    }
    return oncePer;
  }

  /** The kind, or null where it is missing or wrong: then nothing is held against the rest. */
  private static @Nullable EventKind kind(YamlMapping mapping) {
    mapping.require("on").choice(KINDS, EventKind.PAGE_VIEW);
    return KINDS.get(mapping.get("on").peek());
  }

  private static Set<EventKind> carriersOf(OncePer oncePer) {
    return switch (oncePer) {
      case TOUCH, DAY -> ALL;
      case MESSAGE -> EMAIL;
      case LINK -> EnumSet.of(EventKind.CLICK);
      case ASSET, SESSION -> WEB;
      case WEBINAR -> WEBINAR;
    };
  }

  private static List<String> values(
      YamlMapping mapping, String key, @Nullable EventKind kind, Draft draft) {
    YamlValue value = mapping.get(key);
    List<YamlValue> items = value.items();
    if (value.isPresent() && kind != null && !CARRIERS.getOrDefault(key, ALL).contains(kind)) {
      String carriers =
          CARRIERS.getOrDefault(key, ALL).stream()
              .map(EventKind::term)
              .collect(Collectors.joining(", "));
      draft.problem(
          mapping.keyPlace(key),
          "a " + kind.term() + " event has no " + key,
          "remove it, or use it on " + carriers);
    }
    if (value.isPresent() && items.isEmpty()) {
      value.problem("the list of " + key + " is empty", "name a value or remove it");
    }
    if (items.size() > MAX_VALUES) {
      value.problem(items.size() + " values are more than " + MAX_VALUES, "use globs");
    }
    List<String> values = new ArrayList<>();
    for (YamlValue item : items) {
      String text = item.text("");
      if (!text.isEmpty() && isUsable(item, key, text, values)) {
        values.add(text);
      }
    }
    return values;
  }

  private static boolean isUsable(YamlValue item, String key, String text, List<String> before) {
    long wildcards = text.chars().filter(c -> c == '*' || c == '?').count();
    if (text.length() > MAX_VALUE_LENGTH) {
      item.problem(key + " is longer than " + MAX_VALUE_LENGTH + " characters", "shorten it");
    } else if (wildcards > MAX_WILDCARDS) {
      item.problem(key + " has more than " + MAX_WILDCARDS + " wildcards", "use '**' or two globs");
    } else if (key.equals("path") && isMoreThanPath(text)) {
      item.problem("a path has no host, query or fragment", "begin with '/', as in /pricing/**");
    } else if (before.contains(text)) {
      item.problem(key + " '" + text + "' stands twice", "remove one");
    } else {
      return true;
    }
    return false;
  }

  private static boolean isMoreThanPath(String text) {
    int question = text.indexOf('?');
    return text.contains("#")
        || text.contains("://")
        || (question >= 0 && text.indexOf('=', question) > 0);
  }

  private static String where(YamlMapping mapping, @Nullable EventKind kind, Draft draft) {
    YamlValue value = mapping.get("where");
    return kind == null ? value.text("") : draft.eventCondition(value, kind);
  }

  /**
   * {@code otherwise} says "everything else of this kind"; a matcher beside it says the reverse.
   */
  private static void checkAlone(YamlMapping mapping, Draft draft) {
    for (String key : List.of("path", "form", "asset", "topic-is", "campaign", "link", "where")) {
      if (mapping.has(key)) {
        draft.problem(
            mapping.keyPlace(key), "'otherwise' stands beside '" + key + "'", "remove one of both");
      }
    }
  }

  private static Set<EventKind> kindsOf(Channel channel) {
    return ALL.stream()
        .filter(kind -> kind.channel() == channel)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(EventKind.class)));
  }
}
