package io.leadpulse.cli.judge;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.leadpulse.cli.truth.Actor;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the job made of events whose truth is known.
 *
 * @param events records that can be judged, copies included
 * @param seconds for all of it
 * @param hotLeads leads that an alert was raised for, routed ones of excluded leads included
 * @param hotByMachineOnly of them, those that nobody ever acted for
 * @param hotByStaffOnly of them, those that only our own people acted for
 * @param scoredLeads leads that a score was published for
 * @param warmByMachineOnly leads that were WARM or HOT and that nobody ever acted for
 * @param scannerClicks clicks that machines made
 * @param scannerClickRecall share of them that was suspect in the end
 * @param humanClicks clicks that people made, our own left out
 * @param humanClickLoss share of them that was suspect in the end
 * @param machinePageViews page views by machines that are some lead's
 * @param humanPageViews the same by people
 * @param confusion events by reason, by who really acted, and by kind
 * @param missed machines' clicks and page views that passed for human, by scene and kind
 * @param lost people's that were suspect in the end, by scene and kind
 */
public record Judgement(
    long seed,
    long events,
    double seconds,
    long hotLeads,
    long hotByMachineOnly,
    long hotByStaffOnly,
    long scoredLeads,
    long warmByMachineOnly,
    long scannerClicks,
    double scannerClickRecall,
    long humanClicks,
    double humanClickLoss,
    long machinePageViews,
    double machinePageViewRecall,
    long humanPageViews,
    double humanPageViewLoss,
    Map<String, Map<String, Map<String, Long>>> confusion,
    Map<String, Long> missed,
    Map<String, Long> lost) {

  /** What is promised of clicks. */
  static final double LEAST_RECALL = 0.99;

  static final double MOST_LOSS = 0.005;

  /** In the order of the table's head. */
  private static final List<Actor> COLUMNS = List.of(Actor.MACHINE, Actor.HUMAN, Actor.STAFF);

  static Judgement of(Evidence evidence, Outcome outcome, long seed, double seconds) {
    Counts counts = Counts.of(evidence, outcome.verdicts());
    Doers doers = Doers.of(evidence);
    Share machineClicks = counts.suspects(Counts.CLICK, Actor.MACHINE);
    Share humanClicks = counts.suspects(Counts.CLICK, Actor.HUMAN);
    Share machineViews = counts.suspects(Counts.PAGE_VIEW, Actor.MACHINE);
    Share humanViews = counts.suspects(Counts.PAGE_VIEW, Actor.HUMAN);
    return new Judgement(
        seed,
        evidence.size(),
        seconds,
        outcome.hot().size(),
        count(outcome.hot(), doers::machinesOnly),
        count(outcome.hot(), doers::staffOnly),
        outcome.scored().size(),
        count(outcome.warm(), doers::machinesOnly),
        machineClicks.all(),
        machineClicks.of(1),
        humanClicks.all(),
        humanClicks.of(0),
        machineViews.all(),
        machineViews.of(1),
        humanViews.all(),
        humanViews.of(0),
        counts.confusion(),
        counts.missed(),
        counts.lost());
  }

  private static long count(Set<String> leads, Predicate<String> which) {
    return leads.stream().filter(which).count();
  }

  /** Whether the promises hold: no lead is hot by machines alone, and clicks are told apart. */
  @JsonIgnore
  public boolean isGood() {
    return hotByMachineOnly == 0
        && scannerClickRecall >= LEAST_RECALL
        && humanClickLoss <= MOST_LOSS;
  }

  /** Writes it for people. */
  public void print(PrintWriter out) {
    out.printf(Locale.ROOT, "%,d events judged in %.0f s, seed %d%n%n", events, seconds, seed);
    out.printf("%-22s %12s %12s%n", "", "CLICKS", "PAGE VIEWS");
    line(out, "by machines", scannerClicks, machinePageViews);
    share(out, "  judged suspect", scannerClickRecall, machinePageViewRecall);
    line(out, "by people", humanClicks, humanPageViews);
    share(out, "  judged suspect", humanClickLoss, humanPageViewLoss);
    out.printf(
        Locale.ROOT,
        "%n%,d hot leads: %,d by machines alone, %,d by own staff alone%n"
            + "%,d leads scored: %,d warm by machines alone%n",
        hotLeads,
        hotByMachineOnly,
        hotByStaffOnly,
        scoredLeads,
        warmByMachineOnly);
    printConfusion(out);
    print(out, "machines taken for people", missed);
    print(out, "people taken for machines", lost);
    out.println();
    out.println(
        isGood()
            ? "= the promises hold"
            : "≠ the promises: none hot by machines alone, 99 % of machines' clicks found,"
                + " 0.5 % of people's lost at most");
    out.flush();
  }

  private void printConfusion(PrintWriter out) {
    out.printf("%n%-22s %-12s %12s %12s %12s%n", "REASON", "KIND", "MACHINE", "HUMAN", "STAFF");
    confusion.forEach(
        (reason, actors) ->
            actors.values().stream()
                .flatMap(kinds -> kinds.keySet().stream())
                .distinct()
                .sorted()
                .forEach(kind -> printReason(out, reason, kind, actors)));
  }

  private static void printReason(
      PrintWriter out, String reason, String kind, Map<String, Map<String, Long>> actors) {
    out.printf(Locale.ROOT, "%-22s %-12s", reason, kind);
    for (Actor actor : COLUMNS) {
      long count = actors.getOrDefault(actor.term(), Map.of()).getOrDefault(kind, 0L);
      out.printf(Locale.ROOT, " %,12d", count);
    }
    out.println();
  }

  private static void print(PrintWriter out, String title, Map<String, Long> counts) {
    if (!counts.isEmpty()) {
      out.printf("%n%s%n", title);
      counts.forEach((scene, count) -> out.printf(Locale.ROOT, "  %-33s %,12d%n", scene, count));
    }
  }

  private static void line(PrintWriter out, String name, long clicks, long views) {
    out.printf(Locale.ROOT, "%-22s %,12d %,12d%n", name, clicks, views);
  }

  private static void share(PrintWriter out, String name, double clicks, double views) {
    out.printf(Locale.ROOT, "%-22s %10.2f %% %10.2f %%%n", name, clicks * 100, views * 100);
  }
}
