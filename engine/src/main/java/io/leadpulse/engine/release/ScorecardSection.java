package io.leadpulse.engine.release;

import io.leadpulse.engine.model.Scorecard;
import io.leadpulse.engine.yaml.YamlEntry;
import io.leadpulse.engine.yaml.YamlMapping;
import io.leadpulse.engine.yaml.YamlValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the scorecards of a model, those that others extend first. */
final class ScorecardSection {
  private static final int MAX_SCORECARDS = 64;

  private final Draft draft;
  private final ScorecardReader reader;
  private final Map<String, YamlEntry> entries = new LinkedHashMap<>();
  private final Map<String, ScorecardDraft> done = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  ScorecardSection(Draft draft, ScorecardReader reader) {
    this.draft = draft;
    this.reader = reader;
  }

  List<Scorecard> read(YamlValue section) {
    List<YamlEntry> all = section.mapping().entries();
    if (section.isMapping() && all.isEmpty()) {
      section.problem("the model has no scorecards", "write at least one");
    }
    if (all.size() > MAX_SCORECARDS) {
      section.problem(all.size() + " scorecards are more than " + MAX_SCORECARDS, "join some");
    }
    draft.checkHashes("scorecard", all);
    all.forEach(entry -> entries.put(entry.key(), entry));
    List<Scorecard> scorecards = new ArrayList<>();
    for (YamlEntry entry : all) {
      draft.checkId("scorecard", entry);
      scorecards.add(draftOf(entry).toScorecard(scorecards.size()));
    }
    return scorecards;
  }

  private ScorecardDraft draftOf(YamlEntry entry) {
    ScorecardDraft known = done.get(entry.key());
    if (known != null) {
      return known;
    }
    open.add(entry.key());
    YamlMapping mapping = entry.value().named("scorecard " + entry.key()).mapping(Keys.SCORECARD);
    ScorecardDraft read = reader.read(entry, mapping, base(mapping));
    open.remove(entry.key());
    done.put(entry.key(), read);
    return read;
  }

  private @Nullable ScorecardDraft base(YamlMapping mapping) {
    YamlValue reference = mapping.get("extends");
    String id = reference.text("");
    YamlEntry entry = entries.get(id);
    if (id.isEmpty() || !draft.checkKnown("scorecard", reference, id, entries.keySet())) {
      return null;
    }
    if (open.contains(id)) {
      reference.problem("'" + id + "' is extended in a circle", "remove one 'extends'");
      return null;
    }
    return entry == null ? null : draftOf(entry);
  }
}
