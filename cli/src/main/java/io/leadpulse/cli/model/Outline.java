package io.leadpulse.cli.model;

import io.leadpulse.engine.model.AgentList;
import io.leadpulse.engine.model.AgentRules;
import io.leadpulse.engine.model.Category;
import io.leadpulse.engine.model.Damper;
import io.leadpulse.engine.model.FitRule;
import io.leadpulse.engine.model.Gate;
import io.leadpulse.engine.model.HotRule;
import io.leadpulse.engine.model.Hygiene;
import io.leadpulse.engine.model.Matcher;
import io.leadpulse.engine.model.NetworkRules;
import io.leadpulse.engine.model.ReturnRule;
import io.leadpulse.engine.model.Scorecard;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.model.Signal;
import io.leadpulse.engine.model.Weight;
import io.leadpulse.engine.profile.Fit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A model as values by their paths, in the words of the YAML. Weights stand under each scorecard,
 * where they count, whether the text gives them there or with the signal.
 */
final class Outline {
  private static final int MILLI_DIGITS = 3;
  private static final int DAY = 24;

  private final ScoringModel model;
  private final Map<String, String> values = new TreeMap<>();

  private Outline(ScoringModel model) {
    this.model = model;
  }

  static Map<String, String> of(ScoringModel model) {
    Outline outline = new Outline(model);
    outline.addModel();
    outline.addHygiene(model.hygiene());
    model.signals().forEach(outline::addSignal);
    model.dampers().forEach(outline::addDamper);
    model.scorecards().forEach(outline::addScorecard);
    return outline.values;
  }

  private void put(String path, Object value) {
    String text = value.toString();
    if (!text.isEmpty() && !text.equals("[]") && !text.equals("false")) {
      values.put(path, text);
    }
  }

  private void addModel() {
    put("time-zone", model.zone());
    put("retention", hours(model.retentionHours()));
    put("lost.keep", points(model.lostKeepMilli()));
    put("exclusions", model.exclusions().stream().map(e -> e.term()).sorted().toList());
    int number = 1;
    for (FitRule rule : model.fitRules()) {
      put("fit.%02d".formatted(number++), rule.grade() + " when " + rule.when());
    }
  }

  private void addHygiene(Hygiene hygiene) {
    AgentRules agents = hygiene.agents();
    NetworkRules networks = hygiene.networks();
    put("hygiene.agents.lists", agents.lists().stream().map(AgentList::term).sorted().toList());
    put("hygiene.agents.machines", sorted(agents.machines()));
    put("hygiene.agents.scanners", sorted(agents.scanners()));
    put("hygiene.agents.people", sorted(agents.people()));
    put("hygiene.networks.own", sorted(networks.own()));
    put("hygiene.networks.scanners", sorted(networks.scanners()));
    put("hygiene.networks.people", sorted(networks.people()));
    put("hygiene.hidden-links", hygiene.hiddenLinks().stream().sorted().toList());
    put("hygiene.flood", hygiene.floodPerDay());
    put("hygiene.quarantine", hygiene.quarantineMillis() + "ms");
  }

  /** These lists are sets: their order says nothing. */
  private static List<String> sorted(List<String> values) {
    return values.stream().sorted().toList();
  }

  private void addSignal(Signal signal) {
    String path = "signals." + signal.id() + ".";
    addMatcher(path, signal.matcher());
    ReturnRule returns = signal.returns();
    if (returns != null) {
      put(path + "of", ids(returns.of()));
      put(path + "within", returns.withinDays() + "d");
    }
    put(path + "once-per", term(signal.oncePer()));
    put(path + "human", signal.human());
    put(path + "hand-raise", signal.handRaise());
    put(path + "topic", signal.topic());
  }

  private void addMatcher(String path, @Nullable Matcher matcher) {
    if (matcher == null) {
      return;
    }
    put(path + "on", matcher.on().term());
    put(path + "path", matcher.paths());
    put(path + "form", matcher.forms());
    put(path + "asset", matcher.assets());
    put(path + "topic-is", matcher.topics());
    put(path + "campaign", matcher.campaigns());
    put(path + "link", matcher.links());
    put(path + "where", matcher.where());
    put(path + "otherwise", matcher.otherwise());
  }

  private void addDamper(Damper damper) {
    String path = "dampers." + damper.id() + ".";
    put(path + "factor", damper.numerator() + "/" + damper.denominator());
    put(path + "mute", damper.muted());
    put(path + "when", damper.when());
    if (!damper.isOnProfile()) {
      put(path + "signals", ids(damper.signals()));
      put(path + "days", damper.days());
      put(path + "lasts", hours(damper.lastsHours()));
    }
  }

  private void addScorecard(Scorecard card) {
    String path = "scorecards." + card.id() + ".";
    put(path + "audience", card.audience().term());
    put(path + "warm.enter", points(card.warmEnter()));
    put(path + "warm.exit", points(card.warmExit()));
    addHot(path, card.hot());
    for (Category category : card.categories()) {
      put(path + "caps." + category.id(), points(category.cap()));
    }
    for (Signal signal : model.signals()) {
      addWeight(path + "weights." + signal.id() + ".", card, card.weights().get(signal.index()));
    }
  }

  private void addHot(String path, HotRule hot) {
    for (Fit fit : Fit.values()) {
      long enter = hot.enter(fit);
      put(path + "hot.enter." + fit, enter == HotRule.NEVER ? "never" : points(enter));
    }
    put(path + "hot.exit", points(hot.exit()));
    put(path + "cooldown", hours(hot.cooldownHours()));
    put(path + "hand-raise-keeps", hours(hot.handRaiseKeepsHours()));
    put(path + "require.distinct-signals", hot.distinctSignals());
    put(path + "require.human-signals", hot.humanSignals());
    for (Gate gate : hot.gates()) {
      put(path + "gates." + gate.id(), gate.when());
    }
  }

  private void addWeight(String path, Scorecard card, @Nullable Weight weight) {
    if (weight == null) {
      return;
    }
    put(path + "points", points(weight.points()));
    put(path + "half-life", hours(weight.decay().halfLifeHours()));
    put(path + "per-day", weight.perDay() == Weight.UNLIMITED ? "" : weight.perDay());
    put(path + "category", card.categories().get(weight.category()).id());
  }

  private List<String> ids(List<Integer> signals) {
    return signals.stream().map(index -> model.signals().get(index).id()).toList();
  }

  private static String term(Enum<?> choice) {
    return choice.name().equals("TOUCH") ? "" : choice.name().toLowerCase(Locale.ROOT);
  }

  private static String points(long milli) {
    return BigDecimal.valueOf(milli, MILLI_DIGITS).stripTrailingZeros().toPlainString();
  }

  private static String hours(int hours) {
    return hours % DAY == 0 ? hours / DAY + "d" : hours + "h";
  }
}
