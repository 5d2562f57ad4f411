package io.leadpulse.engine.release;

import io.leadpulse.engine.model.Matcher;
import io.leadpulse.engine.model.Signal;
import io.leadpulse.engine.yaml.YamlEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Finds signals that count the very same: one behaviour would be worth the points of both. */
final class Twins {
  private final Draft draft;
  private final Map<Object, String> seen = new HashMap<>();

  Twins(Draft draft) {
    this.draft = draft;
  }

  void check(Signal signal, YamlEntry entry) {
    String other = seen.putIfAbsent(meaning(signal), signal.id());
    if (other != null) {
      draft.problem(
          entry.keyPlace(),
          "signal '" + signal.id() + "' counts the same as '" + other + "'",
          "remove one of the two");
    }
  }

  private static Object meaning(Signal signal) {
    Matcher matcher = signal.matcher();
    if (matcher == null) {
      return signal.returns() == null ? signal : new HashSet<>(signal.returns().of());
    }
    if (matcher.otherwise()) {
      return matcher.on();
    }
    List<Object> meaning = new ArrayList<>(List.of(matcher.on(), matcher.where().strip()));
    for (List<String> values :
        List.of(
            matcher.paths(),
            matcher.forms(),
            matcher.assets(),
            matcher.topics(),
            matcher.campaigns(),
            matcher.links())) {
      meaning.add(new HashSet<>(values));
    }
    meaning.add(signal.oncePer());
    return meaning;
  }
}
