package io.leadpulse.chaos.people;

import io.leadpulse.chaos.people.Story.Placed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Leads that become hot under one id each, many of them: what is known of all of them first, then
 * what they do, each in one chapter. The same seed and sizes give the same.
 *
 * <p>A lead has one alert at most for each team. One that asks to be contacted does so first, since
 * it would be hot anew if it did after sales gave it back. One that a team is in charge of is a
 * student, whom the second scorecard does not take, and never asks.
 *
 * @param portraits what is known, to be told before all else
 */
public record Prospects(List<Line> portraits, List<List<Line>> chapters) {
  private static final String NOBODY = "";
  private static final int LEAST_ACTS = 6;
  private static final int MOST_ACTS = 16;

  public Prospects {
    portraits = List.copyOf(portraits);
    chapters = chapters.stream().map(List::copyOf).toList();
  }

  /**
   * Makes them.
   *
   * @param atLeast how many records
   * @param teams that may be in charge of a lead already
   */
  public static Prospects of(long seed, int atLeast, int chapters, List<String> teams) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Line> portraits = new ArrayList<>();
    List<List<Placed>> placed = new ArrayList<>();
    for (int chapter = 0; chapter < chapters; chapter++) {
      placed.add(new ArrayList<>());
    }
    for (int records = 0; records < atLeast; ) {
      Lead lead = new Lead(portraits.size(), random);
      List<Line> acts = lead.acts();
      place(acts, placed.get(portraits.size() % chapters), random);
      portraits.add(lead.portrait(teams));
      records += 1 + acts.size();
    }
    return new Prospects(portraits, placed.stream().map(Prospects::inOrder).toList());
  }

  /** Somewhere among those of other leads, in their order. */
  private static void place(List<Line> acts, List<Placed> chapter, SplittableRandom random) {
    double[] places = random.doubles(acts.size()).sorted().toArray();
    for (int i = 0; i < places.length; i++) {
      chapter.add(new Placed(places[i], acts.get(i)));
    }
  }

  private static List<Line> inOrder(List<Placed> chapter) {
    return chapter.stream()
        .sorted(Comparator.comparingDouble(Placed::place))
        .map(Placed::line)
        .toList();
  }

  public int leads() {
    return portraits.size();
  }

  /** How many there are, copies included. */
  public int records() {
    return portraits.size() + chapters.stream().mapToInt(List::size).sum();
  }

  /** One of them. */
  private static final class Lead {
    private final String id;
    private final SplittableRandom random;
    private final Acts draws;
    private final boolean free;

    Lead(int number, SplittableRandom random) {
      id = "prospect-" + number;
      this.random = random;
      draws = new Acts(id, random);
      free = random.nextInt(3) > 0;
    }

    Line portrait(List<String> teams) {
      String owner = random.nextBoolean() ? NOBODY : "rep-" + random.nextInt(9);
      return free
          ? draws.portrait(id, random.nextBoolean() ? "executive" : "staff", owner, NOBODY)
          : draws.portrait(id, "student", owner, teams.get(random.nextInt(teams.size())));
    }

    List<Line> acts() {
      List<Line> lines = new ArrayList<>();
      if (free && random.nextInt(4) == 0) {
        lines.add(draws.contact(id));
      }
      for (int left = random.nextInt(LEAST_ACTS, MOST_ACTS); left > 0; left--) {
        Line line = draws.interest(id);
        lines.add(line);
        if (random.nextInt(14) == 0) {
          lines.add(line);
        }
      }
      return lines;
    }
  }
}
