package io.leadpulse.engine.classify;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.expression.Condition;
import io.leadpulse.engine.expression.Conditions;
import io.leadpulse.engine.model.Matcher;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that an event of the right kind has to fulfil for one signal. */
final class SignalRule {
  private final ValueSet[] valueSets;
  private final @Nullable Condition<Engagement> where;

  SignalRule(Matcher matcher, Conditions conditions) {
    List<ValueSet> sets = new ArrayList<>();
    for (Attribute attribute : Attribute.values()) {
      List<String> wanted = attribute.wantedBy(matcher);
      if (!wanted.isEmpty()) {
        sets.add(new ValueSet(attribute, wanted));
      }
    }
    valueSets = sets.toArray(ValueSet[]::new);
    where =
        matcher.where().isEmpty()
            ? null
            : conditions.onEvent(matcher.where(), matcher.on()).orThrow();
  }

  /**
   * Whether all of it holds; the expression comes last, since it is the dearest.
   *
   * @param known the attribute whose value is known to be wanted, null for none
   */
  boolean holds(Engagement event, @Nullable Attribute known) {
    for (ValueSet set : valueSets) {
      if (set.attribute() != known && !set.contains(set.attribute().of(event))) {
        return false;
      }
    }
    return where == null || where.holds(event);
  }
}
