package io.leadpulse.cli.simulate;

import io.leadpulse.cli.truth.Setting;
import io.leadpulse.schemas.SalesActivity;
import io.leadpulse.schemas.SalesActivityKind;
import io.leadpulse.schemas.SalesActivityReason;
import io.leadpulse.schemas.Topics;
import java.util.List;
import java.util.random.RandomGenerator;

/** What sales makes of a lead: one of the usual courses, an hour or so between steps. */
record Handover() implements Scene {
  private static final long LONGEST_PAUSE = OfficeHours.DAY / 6;

  /** As likely as each other. */
  private static final List<List<Step>> COURSES =
      List.of(
          List.of(step(SalesActivityKind.ACCEPTED), step(SalesActivityKind.CONTACTED)),
          List.of(step(SalesActivityKind.ACCEPTED), step(SalesActivityKind.CONTACTED)),
          List.of(
              step(SalesActivityKind.ACCEPTED),
              step(SalesActivityKind.CONTACTED),
              step(SalesActivityKind.MEETING),
              step(SalesActivityKind.QUALIFIED)),
          List.of(
              step(SalesActivityKind.ACCEPTED),
              step(SalesActivityKind.CONTACTED),
              new Step(SalesActivityKind.LOST, SalesActivityReason.NO_BUDGET)),
          List.of(
              step(SalesActivityKind.ACCEPTED),
              step(SalesActivityKind.CONTACTED),
              new Step(SalesActivityKind.RECYCLED, SalesActivityReason.BAD_TIMING)),
          List.of(
              step(SalesActivityKind.ACCEPTED),
              step(SalesActivityKind.MEETING),
              step(SalesActivityKind.QUALIFIED),
              step(SalesActivityKind.WON)),
          List.of(new Step(SalesActivityKind.REJECTED, SalesActivityReason.COMPETITOR)),
          List.of(new Step(SalesActivityKind.REJECTED, SalesActivityReason.WRONG_INFORMATION)));

  @Override
  public void play(Diary diary, long start) {
    RandomGenerator random = diary.random();
    long at = start;
    for (Step step : Chance.pick(random, COURSES)) {
      SalesActivity note = diary.sales(at, step.kind()).setReason(step.reason()).build();
      diary.write(at, Topics.SALES_ACTIVITY, note, Doing.staff(Setting.SALES));
      at = OfficeHours.after(at, Chance.between(random, LONGEST_PAUSE / 4, LONGEST_PAUSE));
    }
  }

  private static Step step(SalesActivityKind kind) {
    return new Step(kind, SalesActivityReason.NONE);
  }

  private record Step(SalesActivityKind kind, SalesActivityReason reason) {}
}
