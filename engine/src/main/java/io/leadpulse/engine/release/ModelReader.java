package io.leadpulse.engine.release;

import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.profile.Exclusion;
import io.leadpulse.engine.yaml.Nearest;
import io.leadpulse.engine.yaml.YamlEntry;
import io.leadpulse.engine.yaml.YamlMapping;
import io.leadpulse.engine.yaml.YamlValue;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads the mapping at the top of a model and hands its sections on. */
final class ModelReader {
  private static final int DEFAULT_RETENTION = 180 * Draft.HOURS_PER_DAY;
  private static final int MAX_CATEGORIES = 100;
  private static final int THOUSAND = 1_000;
  private static final int DEFAULT_KEEP = 500;

  private static final Map<String, Exclusion> EXCLUSIONS = new LinkedHashMap<>();

  static {
    for (Exclusion exclusion : EnumSet.complementOf(EnumSet.of(Exclusion.NONE))) {
      EXCLUSIONS.put(exclusion.term(), exclusion);
    }
  }

  private final Draft draft;

  ModelReader(Draft draft) {
    this.draft = draft;
  }

  ScoringModel read(YamlValue document, long version) {
    YamlMapping root = document.named("the model").mapping(Keys.MODEL);
    YamlValue id = root.require("model");
    if (!id.text("").isEmpty()) {
      draft.checkId("model", id.text(""), id.place());
    }
    int retention =
        root.get("retention")
            .hours(Draft.HOURS_PER_DAY, Draft.FIVE_YEARS_IN_HOURS, DEFAULT_RETENTION);
    Map<String, Long> categories = categories(root.require("categories"));
    SignalSection signals = new SignalSection(draft, categories).read(root.require("signals"));
    List<String> categoryIds = List.copyOf(categories.keySet());
    Weights weights = new Weights(draft, retention, categoryIds, signals.signals());
    ScorecardReader scorecards = new ScorecardReader(draft, categories, signals, weights);
    ScoringModel model =
        new ScoringModel(
            id.text("unnamed"),
            version,
            zone(root.require("time-zone")),
            retention,
            (int) root.get("lost").mapping(Keys.LOST).get("keep").milli(0, THOUSAND, DEFAULT_KEEP),
            exclusions(root.get("exclusions")),
            signals.signals(),
            new DamperSection(draft, categoryIds, signals, retention).read(root.get("dampers")),
            FitSection.read(root.get("fit"), draft),
            new ScorecardSection(draft, scorecards).read(root.require("scorecards")),
            new HygieneSection(draft).read(root.get("hygiene")));
    checkUsed(root.get("categories"));
    return model;
  }

  private Map<String, Long> categories(YamlValue section) {
    Map<String, Long> caps = new LinkedHashMap<>();
    for (YamlEntry entry : section.mapping().entries()) {
      draft.checkId("category", entry);
      YamlMapping mapping = entry.value().named("category " + entry.key()).mapping(Keys.CATEGORY);
      caps.put(entry.key(), mapping.require("cap").milli(0, Draft.MAX_MILLI, Draft.MAX_MILLI));
    }
    if (caps.size() > MAX_CATEGORIES) {
      section.problem(caps.size() + " categories are more than " + MAX_CATEGORIES, "join some");
    }
    return caps;
  }

  private void checkUsed(YamlValue section) {
    if (!section.isMapping() || draft.hasUnknownCategories()) {
      return;
    }
    for (YamlEntry entry : section.mapping().entries()) {
      if (!draft.usedCategories().contains(entry.key())) {
        draft.problem(
            entry.keyPlace(),
            "no signal is in category '" + entry.key() + "'",
            "remove the category");
      }
    }
  }

  private static ZoneId zone(YamlValue value) {
    String zone = value.text("");
    Set<String> known = ZoneId.getAvailableZoneIds();
    if (known.contains(zone)) {
      return ZoneId.of(zone);
    }
    if (!zone.isEmpty()) {
      String nearest = Nearest.of(zone, new TreeSet<>(known)).orElse("Asia/Tokyo");
      value.problem("time zone '" + zone + "' is not known", "write a region such as " + nearest);
    }
    return ZoneId.of("UTC");
  }

  private static Set<Exclusion> exclusions(YamlValue value) {
    Set<Exclusion> exclusions = EnumSet.noneOf(Exclusion.class);
    if (!value.isPresent()) {
      exclusions.addAll(EXCLUSIONS.values());
    }
    for (YamlValue item : value.items()) {
      Exclusion exclusion = item.choice(EXCLUSIONS, Exclusion.NONE);
      if (exclusion != Exclusion.NONE && !exclusions.add(exclusion)) {
        item.problem("exclusion '" + exclusion.term() + "' stands twice", "remove one");
      }
    }
    return exclusions;
  }
}
