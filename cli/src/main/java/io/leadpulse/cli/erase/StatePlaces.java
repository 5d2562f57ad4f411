package io.leadpulse.cli.erase;

import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.jobs.config.FlinkSettings;
import io.leadpulse.jobs.state.RocksTuning;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** The state of jobs as places where something of a lead may be. */
final class StatePlaces {
  private static final String COMPACTED =
      "in files that RocksDB compacts within %d hours, while the job writes"
          .formatted(RocksTuning.REPLACED_GONE_WITHIN.toHours());

  private final List<LeadId> leads;
  private final StateSearch search;

  StatePlaces(List<LeadId> leads, StateSearch search) {
    this.leads = leads;
    this.search = search;
  }

  /**
   * Searches a checkpoint.
   *
   * @param name of the place if there is no checkpoint
   * @param checkpoint asked again if the one before was removed meanwhile
   * @param found takes what is left of each lead
   */
  void search(String name, Supplier<Checkpoint> checkpoint, BiConsumer<LeadId, Place> found) {
    try {
      StateSearch.Found result = search.search(checkpoint);
      leads.forEach(lead -> tell(lead, result, found));
    } catch (CliException e) {
      String why = String.valueOf(e.getMessage());
      leads.forEach(lead -> found.accept(lead, Place.notLooked(name, Place.Kind.state, why)));
    }
  }

  private static void tell(LeadId lead, StateSearch.Found result, BiConsumer<LeadId, Place> found) {
    Checkpoint checkpoint = result.checkpoint();
    long current = result.current().of(lead);
    long replaced = result.replaced(lead);
    found.accept(
        lead,
        Place.ofState(
            checkpoint.name(),
            current,
            null,
            current > 0 ? "the job knows it: leadpulse erase" : older(checkpoint)));
    found.accept(
        lead,
        Place.ofState(
            checkpoint.name() + ", replaced", replaced, null, replaced > 0 ? COMPACTED : ""));
  }

  private static String older(Checkpoint checkpoint) {
    return checkpoint.olderGoneBy() == null
        ? ""
        : "of the ones before, Flink keeps %d until %s"
            .formatted(
                FlinkSettings.RETAINED_CHECKPOINTS - 1, Times.text(checkpoint.olderGoneBy()));
  }
}
