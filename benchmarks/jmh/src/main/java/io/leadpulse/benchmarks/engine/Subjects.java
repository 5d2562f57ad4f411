package io.leadpulse.benchmarks.engine;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.event.EventKind;
import io.leadpulse.engine.lead.Hours;
import io.leadpulse.engine.lead.LeadScorer;
import io.leadpulse.engine.lead.LeadState;
import io.leadpulse.engine.lead.ScoringSettings;
import io.leadpulse.engine.profile.Profile;
import io.leadpulse.engine.release.CompiledModel;
import io.leadpulse.engine.release.ModelParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * What is measured: the shipped model with a second scorecard, and leads whose ledgers have a given
 * number of entries, spread over sixty days.
 */
final class Subjects {
  /** The hour up to which leads have lived, 10:00 of a day in Tokyo. */
  static final int NOW = 490_009;

  static final Profile PROFILE = Profile.UNKNOWN;

  private static final String LEAD = "lead-0004711";
  private static final int SPAN_HOURS = 60 * 24;

  /** Browsing without bounds, so that every search moves the score. */
  private static final String SECOND_SCORECARD =
      """
        browsing:
          extends: new-business
          title: { en: Browsing, ja: 閲覧 }
          caps: { browse: 100000 }
          weights:
            site-search: { per-day: 100000 }
      """;

  private Subjects() {}

  static CompiledModel model() {
    try (InputStream in = Subjects.class.getResourceAsStream("/b2b-japan.yaml")) {
      if (in == null) {
        throw new IllegalStateException("the model is not in the jar");
      }
      String shipped = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String patient =
          edited(
              edited(shipped, "flood: 200", "flood: 1000000"), "quarantine: 15s", "quarantine: 0s");
      return ModelParser.parse("b2b-japan.yaml", patient + SECOND_SCORECARD, 1).orThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One lead is asked for the same over and over here, which is neither flood nor quarantine. */
  private static String edited(String model, String text, String other) {
    if (!model.contains(text)) {
      throw new IllegalStateException("the model does not say '" + text + "'");
    }
    return model.replace(text, other);
  }

  static LeadScorer scorer(CompiledModel model, ScoringSettings settings) {
    return new LeadScorer(model.model(), model.classifier(), model.profilePolicy(), settings);
  }

  /** A lead with so many entries: each of its touches is in an hour or has a key of its own. */
  static LeadState lead(LeadScorer scorer, int entries, long seed) {
    LeadState state = new LeadState();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < entries; i++) {
      int hour = NOW - SPAN_HOURS + SPAN_HOURS * i / entries;
      scorer.onEngagement(state, touch(random, i, hour), () -> PROFILE);
    }
    return state;
  }

  private static Engagement touch(SplittableRandom random, int i, int hour) {
    int page = random.nextInt(40);
    return switch (random.nextInt(10)) {
      case 0, 1, 2 ->
          event(EventKind.CLICK, i, hour, "")
              .message("mail-" + i)
              .link("/news/" + page)
              .title("Newsletter " + i)
              .build();
      case 3 -> event(EventKind.OPEN, i, hour, "").message("mail-" + i).build();
      case 4, 5 -> event(EventKind.PAGE_VIEW, i, hour, "/products/p" + page).build();
      case 6 -> event(EventKind.PAGE_VIEW, i, hour, "/jirei/" + page).build();
      case 7 -> event(EventKind.SITE_SEARCH, i, hour, "").searchTerms("crm").build();
      default -> event(EventKind.PAGE_VIEW, i, hour, "/news/2027/" + page).build();
    };
  }

  private static io.leadpulse.engine.event.EngagementBuilder event(
      EventKind kind, int i, int hour, String path) {
    long at = Hours.startMillis(hour) + i % 3_600_000;
    return Engagement.of(kind, LEAD, "event-%010d".formatted(i))
        .occurredAt(at)
        .recordedAt(at)
        .path(path)
        .session("session-" + hour);
  }

  /** The {@code i}-th of many events of one hour, whose copies may come for few hours only. */
  static Engagement view(int i) {
    long at = Hours.startMillis(NOW) + i * 20L;
    return event(EventKind.PAGE_VIEW, 1_000_000 + i, NOW, "/company/news/2027/spring-" + i % 10)
        .occurredAt(at)
        .recordedAt(Hours.startMillis(NOW + i / 8))
        .build();
  }

  /** The {@code i}-th of many searches in one hour. */
  static Engagement search(int i) {
    return event(EventKind.SITE_SEARCH, 2_000_000 + i, NOW, "").searchTerms("crm").build();
  }

  /** The {@code i}-th click on one and the same link, one an hour. */
  static Engagement click(int i) {
    return event(EventKind.CLICK, 3_000_000 + i, NOW + i, "")
        .message("mail")
        .link("/news/spring")
        .build();
  }
}
