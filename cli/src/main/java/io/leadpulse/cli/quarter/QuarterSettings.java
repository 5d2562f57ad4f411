package io.leadpulse.cli.quarter;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What is simulated.
 *
 * @param first day
 * @param end the day after the last
 * @param leadsPerDay leads that visit on a day
 * @param seed another one draws other people
 * @param capacity whether teams have budgets; without, every hot lead is handed over at once
 * @param model file of the scoring model
 * @param teams file of the teams
 */
public record QuarterSettings(
    LocalDate first,
    LocalDate end,
    int leadsPerDay,
    long seed,
    boolean capacity,
    Path model,
    Path teams) {
  private static final int MONTHS = 3;

  /** Three months from one. */
  public static QuarterSettings of(
      YearMonth month, int leadsPerDay, long seed, boolean capacity, Path model, Path teams) {
    LocalDate first = month.atDay(1);
    return new QuarterSettings(
        first, first.plusMonths(MONTHS), leadsPerDay, seed, capacity, model, teams);
  }
}
