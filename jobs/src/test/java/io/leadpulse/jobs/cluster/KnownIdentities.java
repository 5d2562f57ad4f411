package io.leadpulse.jobs.cluster;

import io.leadpulse.engine.identity.IdentityChange;
import io.leadpulse.jobs.record.LeadInput.Identified;
import io.leadpulse.jobs.resolve.HistoryEnd;
import io.leadpulse.jobs.resolve.IdentityLoader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Changes of identity in memory. */
public final class KnownIdentities implements IdentityLoader {
  private final Shared<List<Identified>> changes;
  private final HistoryEnd end;

  private KnownIdentities(List<Identified> changes, HistoryEnd end) {
    this.changes = new Shared<>(List.copyOf(changes));
    this.end = end;
  }

  /** Some, in the order in which Kafka got them; all of them are there at the start. */
  public static KnownIdentities of(List<Identified> changes) {
    Map<Integer, Long> offsets = new HashMap<>();
    for (Identified change : changes) {
      offsets.merge(change.partition(), change.offset() + 1, Math::max);
    }
    return new KnownIdentities(changes, new HistoryEnd(offsets));
  }

  public static KnownIdentities none() {
    return of(List.of());
  }

  @Override
  public HistoryEnd end() {
    return end;
  }

  @Override
  public List<IdentityChange> load(HistoryEnd until) {
    return changes.get().stream()
        .filter(change -> until.covers(change.partition(), change.offset()))
        .map(Identified::change)
        .toList();
  }
}
