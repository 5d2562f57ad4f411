package io.leadpulse.jobs.oracle;

import io.leadpulse.engine.event.EngagementBuilder;
import io.leadpulse.engine.event.EventKind;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;

/** What leads do, as often as listed: most look around, some mean business. */
final class Behaviour {
  private static final List<String> PATHS =
      List.of(
          "/pricing/plans",
          "/products/cloud/",
          "/products/cloud/security",
          "/case/midori",
          "/blog/2026/03",
          "/recruit/jobs",
          "/",
          "/company");

  private static final List<Behaviour> ALL =
      List.of(
          new Behaviour(EventKind.PAGE_VIEW, (e, r) -> e.path(any(PATHS, r)).session(some("s", r))),
          new Behaviour(EventKind.PAGE_VIEW, (e, r) -> e.path("/products/" + some("p", r))),
          new Behaviour(EventKind.PAGE_VIEW, (e, r) -> e.path("/pricing/").session(some("s", r))),
          new Behaviour(EventKind.SITE_SEARCH, (e, r) -> e.searchTerms("price")),
          new Behaviour(EventKind.FORM_SUBMIT, (e, r) -> e.form("siryou").asset(some("doc", r))),
          new Behaviour(EventKind.FORM_SUBMIT, (e, r) -> e.form("newsletter")),
          new Behaviour(
              EventKind.FORM_SUBMIT, (e, r) -> e.form(r.nextInt(4) == 0 ? "contact" : "x")),
          new Behaviour(EventKind.FILE_DOWNLOAD, (e, r) -> e.asset("price-list").form("dl")),
          new Behaviour(EventKind.FILE_DOWNLOAD, (e, r) -> e.asset(some("wp", r)).form("dl")),
          new Behaviour(
              EventKind.CLICK, (e, r) -> e.link("/l/" + some("l", r)).message(some("m", r))),
          new Behaviour(
              EventKind.CLICK, (e, r) -> e.link("/l/" + some("l", r)).message(some("m", r))),
          new Behaviour(
              EventKind.OPEN, (e, r) -> e.message(some("m", r)).machineOpen(r.nextBoolean())),
          new Behaviour(EventKind.DELIVERED, (e, r) -> e.message(some("m", r))),
          new Behaviour(EventKind.UNSUBSCRIBE, (e, r) -> e.message(some("m", r))),
          new Behaviour(EventKind.REGISTERED, (e, r) -> e.webinar(some("w", r))),
          new Behaviour(
              EventKind.ATTENDED,
              (e, r) -> e.webinar(some("w", r)).minutes(r.nextInt(61)).scheduledMinutes(60)),
          new Behaviour(
              EventKind.SURVEY_ANSWERED, (e, r) -> e.webinar(some("w", r)).answers(answers(r))),
          new Behaviour(EventKind.CARD_EXCHANGED, (e, r) -> e.title("Expo")),
          new Behaviour(
              EventKind.CALL_LOGGED,
              (e, r) -> e.outcome(r.nextInt(8) == 0 ? "call-requested" : "voicemail")),
          new Behaviour(EventKind.PAGE_VIEW, (e, r) -> e.path("/").ownStaff(r.nextInt(4) == 0)));

  private final EventKind kind;
  private final BiFunction<EngagementBuilder, RandomGenerator, EngagementBuilder> details;

  private Behaviour(
      EventKind kind, BiFunction<EngagementBuilder, RandomGenerator, EngagementBuilder> details) {
    this.kind = kind;
    this.details = details;
  }

  static Behaviour any(RandomGenerator random) {
    return any(ALL, random);
  }

  EventKind kind() {
    return kind;
  }

  void fill(EngagementBuilder engagement, RandomGenerator random) {
    details.apply(engagement, random);
  }

  private static <T> T any(List<T> list, RandomGenerator random) {
    return list.get(random.nextInt(list.size()));
  }

  private static String some(String prefix, RandomGenerator random) {
    return prefix + random.nextInt(12);
  }

  private static Map<String, String> answers(RandomGenerator random) {
    return switch (random.nextInt(4)) {
      case 0 -> Map.of("contact", "wanted");
      case 1 -> Map.of("timing", "within-3-months");
      default -> Map.of("liked", "yes");
    };
  }
}
