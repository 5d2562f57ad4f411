package io.leadpulse.chaos.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Everything that is sent in a run, chapter by chapter. A chapter begins when all of the one before
 * has come to rest. The same seed and sizes give the same story.
 *
 * @param chapters acts in every other one, in any order of persons; after each a roll call
 */
public record Story(List<List<Line>> chapters, int persons, int leads) {

  public Story {
    chapters = chapters.stream().map(List::copyOf).toList();
  }

  /**
   * Makes one.
   *
   * @param atLeast how many records
   * @param acts how many chapters of acts there are, 3 or more
   */
  public static Story of(long seed, int atLeast, int acts) {
    SplittableRandom random = new SplittableRandom(seed);
    List<List<Line>> chapters = new ArrayList<>();
    for (int chapter = 0; chapter < 2 * acts; chapter++) {
      chapters.add(new ArrayList<>());
    }
    int persons = 0;
    int leads = 0;
    int births = acts - Life.CHAPTERS + 1;
    for (int records = 0; records < atLeast; persons++) {
      Life life = new Life(seed, persons);
      int born = persons % births;
      for (int i = 0; i < Life.CHAPTERS; i++) {
        int chapter = 2 * (born + i);
        List<Line> rollCall = life.rollCall();
        chapters.get(chapter).addAll(life.chapters().get(i));
        chapters.get(chapter + 1).addAll(rollCall);
        records += life.chapters().get(i).size() + rollCall.size();
      }
      leads += life.leads();
    }
    return new Story(chapters.stream().map(lines -> mixed(lines, random)).toList(), persons, leads);
  }

  /** In any order, but nothing before what it comes after. */
  private static List<Line> mixed(List<Line> lines, SplittableRandom random) {
    Map<String, Double> places = new HashMap<>();
    List<Placed> placed = new ArrayList<>();
    for (Line line : lines) {
      double from = places.getOrDefault(line.when().after(), 0.0);
      double place = from + (1 - from) * random.nextDouble();
      places.putIfAbsent(line.eventId(), place);
      placed.add(new Placed(place, line));
    }
    placed.sort(Comparator.comparingDouble(Placed::place));
    return placed.stream().map(Placed::line).toList();
  }

  /** A line, and where between 0 and 1 it stands. */
  record Placed(double place, Line line) {}

  /** How many records there are. */
  public int records() {
    return chapters.stream().mapToInt(List::size).sum();
  }
}
