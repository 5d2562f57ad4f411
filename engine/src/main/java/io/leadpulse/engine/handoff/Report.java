package io.leadpulse.engine.handoff;

import java.util.Comparator;

/**
 * What sales says it did with a lead.
 *
 * @param stage that it came to by this
 * @param name of the stage, as the team has it
 * @param reason of a rejection or a loss in lower kebab case; empty otherwise
 * @param owner who says so; empty if unknown
 * @param occurredAt epoch milliseconds
 */
public record Report(Stage stage, String name, String reason, String owner, long occurredAt) {
  /** Of two reports the later one holds; of one instant that of the further stage. */
  static final Comparator<Report> ORDER =
      Comparator.comparingLong(Report::occurredAt)
          .thenComparing(Report::stage)
          .thenComparing(Report::name)
          .thenComparing(Report::reason)
          .thenComparing(Report::owner);

  /** One by nobody in particular. */
  public Report(Stage stage, String name, String reason, long occurredAt) {
    this(stage, name, reason, "", occurredAt);
  }
}
