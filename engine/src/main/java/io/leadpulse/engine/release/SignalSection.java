package io.leadpulse.engine.release;

import io.leadpulse.engine.model.Matcher;
import io.leadpulse.engine.model.OncePer;
import io.leadpulse.engine.model.ReturnRule;
import io.leadpulse.engine.model.Signal;
import io.leadpulse.engine.yaml.YamlEntry;
import io.leadpulse.engine.yaml.YamlMapping;
import io.leadpulse.engine.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the signals of a model. */
final class SignalSection {
  private static final int MAX_SIGNALS = 20_000;

  private final Draft draft;
  private final Map<String, Long> categories;
  private final Map<String, Integer> indexes = new LinkedHashMap<>();
  private final List<Signal> signals = new ArrayList<>();
  private final List<WeightParts> weights = new ArrayList<>();
  private final Twins twins;
  private boolean sound;

  SignalSection(Draft draft, Map<String, Long> categories) {
    this.draft = draft;
    this.categories = categories;
    twins = new Twins(draft);
  }

  /** All signals, by index. */
  List<Signal> signals() {
    return signals;
  }

  /** What signals are worth by themselves, by index. */
  List<WeightParts> weights() {
    return weights;
  }

  Map<String, Integer> indexes() {
    return indexes;
  }

  /** Whether all signals could be read, so that conclusions can be drawn from them. */
  boolean isSound() {
    return sound;
  }

  SignalSection read(YamlValue section) {
    int problemsBefore = draft.problems().count();
    List<YamlEntry> entries = section.mapping().entries();
    if (section.isMapping() && entries.isEmpty()) {
      section.problem("the model has no signals", "name at least one behaviour");
    }
    if (entries.size() > MAX_SIGNALS) {
      section.problem(entries.size() + " signals are more than " + MAX_SIGNALS, "split the model");
    }
    draft.checkHashes("signal", entries);
    for (YamlEntry entry : entries) {
      indexes.put(entry.key(), indexes.size());
    }
    for (YamlEntry entry : entries) {
      signals.add(signal(entry));
    }
    checkDerived(entries);
    sound = section.isMapping() && draft.problems().count() == problemsBefore;
    return this;
  }

  private Signal signal(YamlEntry entry) {
    int problemsBefore = draft.problems().count();
    draft.checkId("signal", entry);
    String name = "signal " + entry.key();
    YamlMapping mapping = entry.value().named(name).mapping(Keys.SIGNAL);
    WeightParts own = WeightParts.read(mapping, categories, draft);
    if (own.isWorthSomething() && !own.isComplete()) {
      checkComplete(mapping);
    }
    weights.add(own);
    boolean derived = mapping.has("derive");
    Matcher matcher = derived ? null : MatcherReader.read(mapping, draft);
    ReturnRule returns = derived ? returns(mapping) : null;
    Signal signal =
        new Signal(
            signals.size(),
            entry.key(),
            matcher,
            returns,
            derived ? OncePer.TOUCH : MatcherReader.oncePer(mapping),
            mapping.get("human").bool(false),
            mapping.get("hand-raise").bool(false),
            mapping.get("topic").text(Draft.LONGEST_ID, ""),
            draft.text(mapping.get("label"), entry.key()));
    if (draft.problems().count() == problemsBefore) {
      twins.check(signal, entry);
    }
    return signal;
  }

  private void checkComplete(YamlMapping mapping) {
    for (String key : List.of("half-life", "category")) {
      if (!mapping.has(key)) {
        draft.problem(
            mapping.keyPlace("points"),
            mapping.name() + " has points but no '" + key + "'",
            "add '" + key + "'");
      }
    }
  }

  private ReturnRule returns(YamlMapping mapping) {
    mapping.get("derive").choice(Map.of("return", "return"), "return");
    for (String key :
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
            "hand-raise")) {
      if (mapping.has(key)) {
        draft.problem(mapping.keyPlace(key), "a derived signal has no '" + key + "'", "remove it");
      }
    }
    List<Integer> of = new ArrayList<>();
    YamlValue watched = mapping.require("of");
    if (watched.isPresent() && watched.items().isEmpty()) {
      watched.problem("the list of signals is empty", "name at least one");
    }
    for (YamlValue item : watched.items()) {
      String id = item.text("");
      if (!id.isEmpty() && draft.checkKnown("signal", item, id, indexes.keySet())) {
        of.add(indexes.get(id));
      }
    }
    return new ReturnRule(of, mapping.require("within").days(1, ReturnRule.MAX_WITHIN_DAYS, 1));
  }

  /** A derived signal counts touches, and derived signals have none. */
  private void checkDerived(List<YamlEntry> entries) {
    for (YamlEntry entry : entries) {
      for (YamlValue item : referencesOf(entry)) {
        Integer index = indexes.get(item.text(""));
        if (index != null && signals.get(index).returns() != null) {
          item.problem(
              "signal '" + item.text("") + "' is derived itself", "name signals with 'on:'");
        }
      }
    }
  }

  private static List<YamlValue> referencesOf(YamlEntry entry) {
    return entry.value().isMapping() ? entry.value().mapping().get("of").items() : List.of();
  }
}
