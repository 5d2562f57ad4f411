package io.leadpulse.engine.classify;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.expression.Conditions;
import io.leadpulse.engine.model.Matcher;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/** Classification as its definition reads: every signal is asked, nothing is indexed. */
final class ClassifierOracle {
  private final List<Matcher> matchers;
  private final Conditions conditions = new Conditions();

  ClassifierOracle(List<Matcher> matchers) {
    this.matchers = matchers;
  }

  List<Integer> classify(Engagement event) {
    List<Integer> matched = new ArrayList<>();
    List<Integer> otherwise = new ArrayList<>();
    for (int i = 0; i < matchers.size(); i++) {
      Matcher matcher = matchers.get(i);
      if (matcher.on() != event.kind()) {
        continue;
      }
      if (matcher.otherwise()) {
        otherwise.add(i);
      } else if (holds(matcher, event)) {
        matched.add(i);
      }
    }
    return matched.isEmpty() ? otherwise : matched;
  }

  private boolean holds(Matcher matcher, Engagement event) {
    return one(matcher.paths(), event.path(), GlobOracle::matchesPath)
        && one(matcher.forms(), event.form(), GlobOracle::matchesText)
        && one(matcher.assets(), event.asset(), GlobOracle::matchesText)
        && one(matcher.topics(), event.topic(), GlobOracle::matchesText)
        && one(matcher.campaigns(), event.campaign(), GlobOracle::matchesText)
        && one(matcher.links(), event.link(), GlobOracle::matchesText)
        && (matcher.where().isEmpty()
            || conditions.onEvent(matcher.where(), matcher.on()).orThrow().holds(event));
  }

  private static boolean one(
      List<String> wanted, String value, BiPredicate<String, String> matches) {
    return wanted.isEmpty()
        || (!value.isEmpty() && wanted.stream().anyMatch(pattern -> matches.test(pattern, value)));
  }
}
