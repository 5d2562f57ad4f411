package io.leadpulse.engine.handoff;

import io.leadpulse.engine.calendar.BusinessCalendar;
import io.leadpulse.engine.profile.Fit;
import java.util.List;
import java.util.Map;

/**
 * A sales team, as far as it takes hot leads.
 *
 * @param digest whether the team wants to be told of accounts once a day instead of each hot lead;
 *     then it has neither budget nor deadlines
 * @param plan what the team plans for a month, by stage
 * @param freshDays business days after which a hot lead that nobody could take is reported
 * @param keepDays days for which a lead that is at its last stage is remembered, for reports that
 *     come late
 * @param stages in the team's order and words; what is missing has its own name
 * @param valueMilli what a hot lead of a fit is expected to be worth, in thousandths of a unit of
 *     the team's own; 0 where nothing is said
 */
public record Team(
    String id,
    BusinessCalendar calendar,
    Capacity capacity,
    boolean digest,
    Deadlines deadlines,
    int freshDays,
    int keepDays,
    List<NamedStage> stages,
    Map<Fit, Long> valueMilli,
    Map<Stage, Integer> plan) {
  static final int USUAL_FRESH_DAYS = 5;

  /** Half a year. */
  static final int USUAL_KEEP_DAYS = 180;

  public Team {
    stages = List.copyOf(stages);
    valueMilli = Map.copyOf(valueMilli);
    plan = Map.copyOf(plan);
    deadlines = digest ? Deadlines.NONE : deadlines;
  }

  /** A team with the usual deadlines. */
  public Team(String id, BusinessCalendar calendar, Capacity capacity) {
    this(
        id,
        calendar,
        capacity,
        false,
        Deadlines.DEFAULT,
        USUAL_FRESH_DAYS,
        USUAL_KEEP_DAYS,
        List.of(),
        Map.of(),
        Map.of());
  }

  /**
   * The stage that a report leads to.
   *
   * @param reported what sales did
   * @param name of the stage, if sales gave one; one that is not the team's says nothing
   */
  public NamedStage stage(Stage reported, String name) {
    for (NamedStage stage : stages) {
      if (stage.name().equals(name)) {
        return new NamedStage(name, stage.by() == null ? reported : stage.by());
      }
    }
    for (NamedStage stage : stages) {
      if (stage.by() == reported) {
        return stage;
      }
    }
    return new NamedStage(reported.term(), reported);
  }

  /** How many are to come to a stage in a month; 0 if that is not planned. */
  public int planned(Stage stage) {
    return plan.getOrDefault(stage, 0);
  }

  /** What a hot lead of a fit is expected to be worth, in thousandths. */
  public long valueMilli(Fit fit) {
    return valueMilli.getOrDefault(fit, 0L);
  }
}
