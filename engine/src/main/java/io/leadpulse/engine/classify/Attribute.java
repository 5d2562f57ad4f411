package io.leadpulse.engine.classify;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.model.Matcher;
import java.util.List;

/** An attribute of events by which signals are indexed; in the order in which ties prefer them. */
enum Attribute {
  FORM,
  ASSET,
  LINK,
  PATH,
  CAMPAIGN,
  TOPIC;

  String of(Engagement event) {
    return switch (this) {
      case FORM -> event.form();
      case ASSET -> event.asset();
      case LINK -> event.link();
      case PATH -> event.path();
      case CAMPAIGN -> event.campaign();
      case TOPIC -> event.topic();
    };
  }

  /** The values and globs that a matcher lists for this attribute. */
  List<String> wantedBy(Matcher matcher) {
    return switch (this) {
      case FORM -> matcher.forms();
      case ASSET -> matcher.assets();
      case LINK -> matcher.links();
      case PATH -> matcher.paths();
      case CAMPAIGN -> matcher.campaigns();
      case TOPIC -> matcher.topics();
    };
  }

  /** Whether a listed value is compared as it stands. */
  boolean isExact(String wantedValue) {
    return !Glob.isGlob(wantedValue) && (this != PATH || wantedValue.startsWith("/"));
  }

  Glob glob(String pattern) {
    return this == PATH ? Glob.ofPath(pattern) : Glob.ofText(pattern);
  }

  /** The values of events that an exact value stands for. */
  List<String> spellings(String exact) {
    if (this != PATH || exact.equals("/")) {
      return List.of(exact);
    }
    String bare = exact.substring(0, Paths.end(exact));
    return List.of(bare, bare + "/");
  }

  /** How much of an event's value globs are matched against. */
  int end(String value) {
    return this == PATH ? Paths.end(value) : value.length();
  }
}
