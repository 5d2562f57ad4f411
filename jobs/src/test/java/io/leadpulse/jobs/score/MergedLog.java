package io.leadpulse.jobs.score;

import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.LeadInput.Identified;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A log of leads some of which turn out to be the same person. */
final class MergedLog {
  private final Map<String, String> persons = new HashMap<>();
  private final List<LeadInput> inputs = new ArrayList<>();

  /** Puts merges of any of the leads between what they do; circles among them. */
  MergedLog(List<LeadInput> log, int merges, SplittableRandom random) {
    inputs.addAll(log);
    List<String> ids = log.stream().map(LeadInput::leadId).distinct().sorted().toList();
    for (int i = 0; i < merges; i++) {
      String id = ids.get(random.nextInt(ids.size()));
      String into = ids.get(random.nextInt(ids.size()));
      if (!id.equals(into)) {
        inputs.add(random.nextInt(inputs.size()), Inputs.merge(id, into));
        unite(personOf(id), personOf(into));
      }
    }
  }

  private void unite(String one, String other) {
    if (!one.equals(other)) {
      persons.put(one, other);
    }
  }

  private MergedLog(MergedLog before, List<LeadInput> after) {
    persons.putAll(before.persons);
    inputs.addAll(before.inputs);
    inputs.addAll(after);
  }

  /** The same persons, who go on. */
  MergedLog with(List<LeadInput> after) {
    return new MergedLog(this, after);
  }

  List<LeadInput> inputs() {
    return inputs;
  }

  /** One name for all ids of a person, which is one of them. */
  String personOf(String id) {
    String next = persons.get(id);
    return next == null ? id : personOf(next);
  }

  /** What the leads do, as if each person had had one id from the start. */
  List<LeadInput> asPersons() {
    return inputs.stream()
        .filter(input -> !(input instanceof Identified))
        .map(input -> input.by(personOf(input.leadId())))
        .toList();
  }
}
