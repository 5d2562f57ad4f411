package io.leadpulse.engine.property;

import io.leadpulse.engine.event.EventKind;
import io.leadpulse.engine.model.Audience;
import io.leadpulse.engine.model.Category;
import io.leadpulse.engine.model.Damper;
import io.leadpulse.engine.model.Decay;
import io.leadpulse.engine.model.Gate;
import io.leadpulse.engine.model.HotRule;
import io.leadpulse.engine.model.Hygiene;
import io.leadpulse.engine.model.Matcher;
import io.leadpulse.engine.model.OncePer;
import io.leadpulse.engine.model.ReturnRule;
import io.leadpulse.engine.model.Scorecard;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.model.Signal;
import io.leadpulse.engine.model.Text;
import io.leadpulse.engine.model.Weight;
import io.leadpulse.engine.profile.Exclusion;
import io.leadpulse.engine.profile.Fit;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Random scoring models. Signal {@code i} counts submits of the form {@code f<i>}; odd ones are
 * once per asset, the last one is derived.
 */
public final class Models {
  private static final int DAY = 24;
  private static final List<String> ZONES =
      List.of("Asia/Tokyo", "Asia/Kolkata", "America/New_York", "UTC", "Australia/Lord_Howe");

  private Models() {}

  public static ScoringModel random(SplittableRandom random) {
    int touched = random.nextInt(2, 6);
    List<Signal> signals = signals(random, touched);
    return withValues(random, 1, zone(random), random.nextInt(20, 120) * DAY, signals);
  }

  private static ZoneId zone(SplittableRandom random) {
    return ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
  }

  /** The same signals, zone and retention with other weights, caps, thresholds and dampers. */
  public static ScoringModel revalued(ScoringModel model, SplittableRandom random) {
    return withValues(
        random, model.version() + 1, model.zone(), model.retentionHours(), model.signals());
  }

  /** The same model with thresholds that nobody reaches. */
  public static ScoringModel harsher(ScoringModel model) {
    List<Scorecard> cards =
        model.scorecards().stream()
            .map(
                card ->
                    new Scorecard(
                        card.index(),
                        card.id(),
                        card.title(),
                        card.audience(),
                        card.categories(),
                        card.weights(),
                        card.warmEnter(),
                        card.warmExit(),
                        harsher(card.hot())))
            .toList();
    return new ScoringModel(
        model.id(),
        model.version() + 1,
        model.zone(),
        model.retentionHours(),
        model.lostKeepMilli(),
        model.exclusions(),
        model.signals(),
        model.dampers(),
        model.fitRules(),
        cards,
        model.hygiene());
  }

  private static HotRule harsher(HotRule hot) {
    return new HotRule(
        Map.of(),
        Long.MAX_VALUE / 2,
        hot.cooldownHours(),
        hot.handRaiseKeepsHours(),
        hot.distinctSignals(),
        hot.humanSignals(),
        hot.gates());
  }

  private static List<Signal> signals(SplittableRandom random, int touched) {
    List<Signal> signals = new ArrayList<>();
    for (int i = 0; i < touched; i++) {
      signals.add(
          new Signal(
              i,
              "signal-" + (char) ('z' - i),
              onForm("f" + i),
              null,
              i % 2 == 1 ? OncePer.ASSET : OncePer.TOUCH,
              random.nextBoolean(),
              random.nextInt(5) == 0,
              "topic-" + i,
              new Text("signal " + i, "シグナル" + i)));
    }
    signals.add(
        new Signal(
            touched,
            "return",
            null,
            new ReturnRule(List.of(0, 1), random.nextInt(1, 10)),
            OncePer.TOUCH,
            false,
            false,
            "",
            new Text("return", "再訪")));
    return signals;
  }

  private static Matcher onForm(String form) {
    return new Matcher(
        EventKind.FORM_SUBMIT,
        List.of(),
        List.of(form),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        "",
        false);
  }

  private static ScoringModel withValues(
      SplittableRandom random, long version, ZoneId zone, int retention, List<Signal> signals) {
    List<Scorecard> cards = new ArrayList<>();
    int count = random.nextInt(1, 3);
    for (int i = 0; i < count; i++) {
      cards.add(card(random, i, retention, signals));
    }
    return new ScoringModel(
        "random",
        version,
        zone,
        retention,
        random.nextInt(1_001),
        Set.of(Exclusion.COMPETITOR, Exclusion.EMPLOYEE),
        signals,
        dampers(random, signals.size(), retention),
        List.of(),
        cards,
        Hygiene.DEFAULT);
  }

  private static Scorecard card(
      SplittableRandom random, int index, int retention, List<Signal> signals) {
    List<Category> categories = new ArrayList<>();
    int count = random.nextInt(1, 4);
    for (int c = 0; c < count; c++) {
      categories.add(new Category("category-" + c, random.nextLong(1, 120_000)));
    }
    List<Weight> weights = new ArrayList<>();
    for (int i = 0; i < signals.size(); i++) {
      weights.add(random.nextInt(8) == 0 ? null : weight(random, retention, count));
    }
    long exit = random.nextLong(5_000, 60_000);
    long enter = exit + random.nextLong(40_000);
    HotRule hot =
        new HotRule(
            Map.of(Fit.UNKNOWN, enter, Fit.A, enter, Fit.B, enter, Fit.C, enter + 30_000),
            exit,
            random.nextInt(20) * DAY,
            random.nextInt(1, 10) * DAY,
            random.nextInt(3),
            random.nextInt(2),
            random.nextInt(3) == 0 ? List.of(new Gate("consent", "profile.consent")) : List.of());
    return new Scorecard(
        index,
        "card-" + index,
        new Text("card", "カード"),
        random.nextInt(4) == 0 ? Audience.CUSTOMERS : Audience.LEADS,
        categories,
        weights,
        exit / 2,
        exit / 3,
        hot);
  }

  private static Weight weight(SplittableRandom random, int retention, int categories) {
    int perDay = random.nextBoolean() ? Weight.UNLIMITED : random.nextInt(1, 4);
    Decay decay = new Decay(random.nextInt(1, 60 * DAY), retention);
    return new Weight(random.nextLong(60_000), decay, perDay, random.nextInt(categories));
  }

  private static List<Damper> dampers(SplittableRandom random, int signals, int retention) {
    List<Damper> dampers = new ArrayList<>();
    int count = random.nextInt(3);
    for (int i = 0; i < count; i++) {
      boolean onProfile = random.nextInt(3) == 0;
      dampers.add(
          new Damper(
              i,
              "damper-" + i,
              random.nextInt(1, 10),
              10,
              random.nextInt(3) == 0 ? List.of("category-0") : List.of(),
              onProfile ? "profile.emailOptOut" : "",
              onProfile ? List.of() : List.of(random.nextInt(signals - 1)),
              random.nextInt(1, 4),
              random.nextInt(1, retention + 1),
              new Text("damper", "減衰")));
    }
    return dampers;
  }
}
