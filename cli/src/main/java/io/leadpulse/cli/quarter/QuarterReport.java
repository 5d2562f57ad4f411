package io.leadpulse.cli.quarter;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What came of a quarter.
 *
 * @param capacity whether teams had budgets
 * @param events engagements of leads
 * @param hot alerts raised
 * @param released of them, handed over to sales
 * @param releasedTwice alerts that were handed over, or records that were written, more than once
 * @param budgetViolations days of a team on which more was released than its budget
 * @param unworkedShare of the hot leads that did not cool before, those that nobody in sales had
 *     touched when they were no longer fresh
 * @param slaBreaches deadlines that were missed
 * @param breaches the same by duty
 * @param active news for who has the lead
 * @param correct leads of which sales said that what is known of them is wrong
 * @param nurtured leads that went back to marketing, by why
 * @param nurturedWithTopics of them, those with topics of interest
 * @param stages where those that were released stand in the end
 */
public record QuarterReport(
    String quarter,
    int leadsPerDay,
    long seed,
    boolean capacity,
    double seconds,
    long events,
    int hot,
    int released,
    int releasedTwice,
    int budgetViolations,
    double unworkedShare,
    int slaBreaches,
    Map<String, Integer> breaches,
    int withdrawn,
    int reassigned,
    int active,
    int correct,
    Map<String, Integer> nurtured,
    int nurturedWithTopics,
    List<String> nurturedTopics,
    Map<String, Integer> stages,
    List<TeamFigures> teams) {
  private static final double PERCENT = 100;

  /**
   * One team.
   *
   * @param released under the budget
   * @param atOnce released at once: they asked to be contacted
   * @param worked hot leads that sales had touched while they were fresh
   * @param meanReleased mean score of those released under the budget
   * @param meanWaiting mean score of those that waited as days ended
   * @param meanWorked mean score of those that sales touched while they were fresh
   * @param waiting at the end
   */
  public record TeamFigures(
      String team,
      int hot,
      int released,
      int atOnce,
      int budgetViolations,
      int worked,
      int unworked,
      double unworkedShare,
      double meanReleased,
      double meanWaiting,
      double meanWorked,
      int waiting,
      List<Day> days) {}

  /** One business day of a team. */
  public record Day(
      String date,
      int budget,
      int released,
      int atOnce,
      int waiting,
      double meanReleased,
      double meanWaiting) {}

  static double share(long part, long all) {
    return all == 0 ? 0 : (double) part / all;
  }

  /** Whether no promise was broken: no day over its budget, nothing handed over twice. */
  @JsonIgnore
  public boolean isGood() {
    return budgetViolations == 0 && releasedTwice == 0;
  }

  /** Writes it for people. */
  public void print(PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "Quarter from %s, %,d leads a day, %s, seed %d: %,d events in %.0f s%n%n",
        quarter,
        leadsPerDay,
        capacity ? "with budgets" : "without budgets",
        seed,
        events,
        seconds);
    out.printf(
        "%-12s %8s %9s %8s %8s %10s %10s %10s %9s%n",
        "TEAM", "HOT", "RELEASED", "AT ONCE", "WAITING", "UNWORKED", "RELEASED", "WAITING", "OVER");
    out.printf(
        "%-12s %8s %9s %8s %8s %10s %10s %10s %9s%n",
        "", "", "", "", "AT END", "", "SCORE", "SCORE", "BUDGET");
    for (TeamFigures team : teams) {
      out.printf(
          Locale.ROOT,
          "%-12s %,8d %,9d %,8d %,8d %8.1f %% %10.1f %10.1f %9d%n",
          team.team(),
          team.hot(),
          team.released(),
          team.atOnce(),
          team.waiting(),
          team.unworkedShare() * PERCENT,
          team.meanReleased(),
          team.meanWaiting(),
          team.budgetViolations());
    }
    out.printf(
        Locale.ROOT,
        "%n%,d hot, %,d released, %,d withdrawn, %.1f %% unworked, %,d deadlines missed %s%n",
        hot,
        released,
        withdrawn,
        unworkedShare * PERCENT,
        slaBreaches,
        breaches);
    out.printf("where the released stand: %s%n", stages);
    out.printf(
        Locale.ROOT,
        "back to marketing: %s, %,d of them with topics %s; %d to be corrected%n",
        nurtured,
        nurturedWithTopics,
        nurturedTopics,
        correct);
    printDays(out);
    out.println(
        isGood()
            ? "= the promises hold: no day over its budget, nothing handed over twice"
            : "≠ the promises: no day over its budget, nothing handed over twice");
    out.flush();
  }

  private void printDays(PrintWriter out) {
    out.printf(
        "%n%-12s %-12s %7s %9s %8s %8s%n",
        "DAY", "TEAM", "BUDGET", "RELEASED", "AT ONCE", "WAITING");
    for (TeamFigures team : teams) {
      for (Day day : team.days()) {
        out.printf(
            Locale.ROOT,
            "%-12s %-12s %7s %,9d %,8d %,8d%n",
            day.date(),
            team.team(),
            day.budget() < 0 ? "-" : Integer.toString(day.budget()),
            day.released(),
            day.atOnce(),
            day.waiting());
      }
    }
  }
}
