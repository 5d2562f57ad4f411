package io.leadpulse.engine.release;

import io.leadpulse.engine.model.Damper;
import io.leadpulse.engine.model.Signal;
import io.leadpulse.engine.yaml.Place;
import io.leadpulse.engine.yaml.YamlEntry;
import io.leadpulse.engine.yaml.YamlMapping;
import io.leadpulse.engine.yaml.YamlValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads the dampers of a model. */
final class DamperSection {
  /** One bit each in a verdict. */
  private static final int MAX_DAMPERS = 64;

  private static final int THOUSAND = 1_000;

  private final Draft draft;
  private final Collection<String> categories;
  private final SignalSection signals;
  private final int retentionHours;

  /**
   * @param retentionHours how long the ledger surely remembers, so how long a damper may last
   */
  DamperSection(
      Draft draft, Collection<String> categories, SignalSection signals, int retentionHours) {
    this.draft = draft;
    this.categories = categories;
    this.signals = signals;
    this.retentionHours = retentionHours;
  }

  List<Damper> read(YamlValue section) {
    List<YamlEntry> entries = section.mapping().entries();
    if (entries.size() > MAX_DAMPERS) {
      section.problem(entries.size() + " dampers are more than " + MAX_DAMPERS, "join some");
    }
    List<Damper> dampers = new ArrayList<>();
    for (YamlEntry entry : entries) {
      draft.checkId("damper", entry);
      dampers.add(damper(dampers.size(), entry));
    }
    return dampers;
  }

  private Damper damper(int index, YamlEntry entry) {
    YamlMapping mapping = entry.value().named("damper " + entry.key()).mapping(Keys.DAMPER);
    int factor = (int) mapping.require("factor").milli(1, THOUSAND, THOUSAND);
    List<String> muted = muted(mapping);
    if (factor == THOUSAND && muted.isEmpty() && mapping.has("factor")) {
      draft.problem(
          entry.keyPlace(), "damper '" + entry.key() + "' changes nothing", "lower its factor");
    }
    boolean onProfile = mapping.has("when");
    checkDecider(mapping, entry.keyPlace());
    int divisor = BigInteger.valueOf(factor).gcd(BigInteger.valueOf(THOUSAND)).intValue();
    int hours = onProfile ? 1 : mapping.get("lasts").hours(1, retentionHours, retentionHours);
    return new Damper(
        index,
        entry.key(),
        factor / divisor,
        THOUSAND / divisor,
        muted,
        draft.profileCondition(mapping.get("when")),
        deciders(mapping.get("signals")),
        days(mapping, hours),
        hours,
        draft.text(mapping.get("label"), entry.key()));
  }

  /** Either the profile decides, or touches do. */
  private void checkDecider(YamlMapping mapping, Place place) {
    if (mapping.has("when") == mapping.has("signals")) {
      draft.problem(
          place,
          mapping.name() + " needs either 'when' or 'signals'",
          mapping.has("when") ? "remove one of both" : "add one of both");
    } else if (mapping.has("signals")) {
      mapping.require("lasts");
    } else {
      for (String key : List.of("days", "lasts")) {
        if (mapping.has(key)) {
          draft.problem(
              mapping.keyPlace(key), "'" + key + "' has no meaning beside 'when'", "remove it");
        }
      }
    }
  }

  private int days(YamlMapping mapping, int lastsHours) {
    int most = lastsHours / Draft.HOURS_PER_DAY + 1;
    int days = mapping.get("days").integer(1, THOUSAND, 1);
    if (mapping.has("days") && mapping.has("lasts") && days > most) {
      mapping
          .get("days")
          .problem(days + " days do not fit into " + lastsHours + " hours", "raise 'lasts'");
    }
    return days;
  }

  private List<String> muted(YamlMapping mapping) {
    List<String> muted = new ArrayList<>();
    for (YamlValue item : mapping.get("mute").items()) {
      String id = item.text("");
      if (!id.isEmpty() && draft.checkKnown("category", item, id, categories)) {
        muted.add(id);
      }
    }
    return muted;
  }

  private List<Integer> deciders(YamlValue value) {
    Map<String, Integer> indexes = signals.indexes();
    List<Integer> deciders = new ArrayList<>();
    if (value.isPresent() && value.items().isEmpty()) {
      value.problem("the list of signals is empty", "name at least one");
    }
    for (YamlValue item : value.items()) {
      String id = item.text("");
      Integer index = indexes.get(id);
      if (index == null) {
        if (!id.isEmpty()) {
          draft.checkKnown("signal", item, id, indexes.keySet());
        }
        continue;
      }
      Signal signal = signals.signals().get(index);
      if (signal.returns() != null) {
        item.problem("signal '" + id + "' is derived and has no touches", "name those it watches");
      }
      deciders.add(signal.index());
    }
    return deciders;
  }
}
