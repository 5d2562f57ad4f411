package io.leadpulse.chaos.people;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One person over three chapters: acts and merges, then what changes, then what comes after. Within
 * a chapter nothing hangs on which record the job takes first; from one to the next it does.
 */
final class Life {
  static final int CHAPTERS = 3;

  private final SplittableRandom random;
  private final Acts acts;
  private final Fate fate;
  private final String name;

  /** All of the person's, but those that come later. */
  private final List<String> ids = new ArrayList<>();

  /** The one that is taken out again, if any is; never the last, into which all go. */
  private final String leaver;

  private final List<List<Line>> clicks = new ArrayList<>();
  private final List<List<Line>> chapters = new ArrayList<>();
  private final List<String> all = new ArrayList<>();

  Life(long seed, int number) {
    random = new SplittableRandom(seed * 1_000_003 + number);
    name = "person-" + number;
    acts = new Acts(name, random);
    fate = Fate.draw(random);
    int count = fate.shape() == Fate.Shape.ALONE ? 1 : 2 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      ids.add(newId());
    }
    leaver = ids.get(random.nextInt(Math.max(1, count - 1)));
    List<String> browsers = ids.stream().map(id -> id + "-browser").toList();
    for (int chapter = 0; chapter < CHAPTERS; chapter++) {
      chapters.add(new ArrayList<>());
    }
    begin();
    turn();
    goOn();
    browse(browsers);
    chapters.forEach(this::addCopies);
  }

  private String newId() {
    String id = name + (char) ('a' + all.size());
    all.add(id);
    return id;
  }

  /** What happens in each of the three chapters; may come in any order. */
  List<List<Line>> chapters() {
    return chapters;
  }

  /** A page for each id that there is, which comes only behind all that is on its way to it. */
  List<Line> rollCall() {
    return all.stream().map(acts::page).toList();
  }

  int leads() {
    return all.size();
  }

  private void begin() {
    List<Line> lines = chapters.get(0);
    mergeAll(lines);
    // Some are merged before any of their leads exists.
    if (random.nextInt(6) > 0) {
      act(lines, ids);
      for (String id : ids) {
        if (random.nextBoolean()) {
          clicks.add(acts.clicks(id));
        }
      }
      clicks.forEach(lines::addAll);
    }
  }

  private void mergeAll(List<Line> lines) {
    int last = ids.size() - 1;
    for (int i = 0; i < last; i++) {
      merge(lines, ids.get(i), ids.get(fate.shape() == Fate.Shape.STAR ? last : i + 1));
    }
    if (fate.shape() == Fate.Shape.CIRCLE) {
      merge(lines, ids.get(last), ids.get(0));
    }
  }

  private void merge(List<Line> lines, String id, String into) {
    Line merge = acts.merge(id, into);
    lines.add(merge);
    if (random.nextInt(3) == 0) {
      lines.add(merge);
    }
  }

  /** Nothing that changes the verdict on earlier clicks of somebody who is erased meanwhile. */
  private void turn() {
    List<Line> lines = chapters.get(1);
    act(lines, ids);
    switch (fate.turn()) {
      case NOTHING -> {}
      case MERGED_ON -> mergeOn(lines);
      case SPLIT, REUNITED -> lines.add(acts.split(leaver));
      case ERASED, ERASED_AND_MERGED -> lines.add(acts.erase(anyId()));
    }
    if (!fate.isErased()) {
      for (List<Line> clicked : clicks) {
        if (random.nextInt(3) > 0) {
          boolean alone = random.nextInt(3) > 0;
          lines.addAll(acts.scan(clicked, alone ? List.of(clicked.get(0).key()) : ids));
        }
      }
    }
  }

  private void mergeOn(List<Line> lines) {
    String id = newId();
    act(lines, List.of(id));
    merge(lines, anyId(), id);
  }

  private void goOn() {
    List<Line> lines = chapters.get(2);
    act(lines, ids);
    switch (fate.turn()) {
      case REUNITED -> merge(lines, leaver, ids.get(ids.size() - 1));
      case ERASED_AND_MERGED -> mergeAfterErasure(lines);
      case NOTHING, MERGED_ON, SPLIT, ERASED -> {}
    }
    for (List<Line> clicked : clicks) {
      if (random.nextInt(3) == 0) {
        lines.add(acts.read(clicked));
      }
    }
  }

  private void mergeAfterErasure(List<Line> lines) {
    String goes = newId();
    String stays = newId();
    act(chapters.get(1), List.of(goes, stays));
    act(lines, List.of(goes, stays));
    merge(lines, goes, anyId());
    merge(lines, ids.get(0), stays);
  }

  private String anyId() {
    return ids.get(random.nextInt(ids.size()));
  }

  private void act(List<Line> lines, List<String> leads) {
    for (String id : leads) {
      int count = 1 + random.nextInt(5);
      for (int i = 0; i < count; i++) {
        lines.add(acts.any(id));
      }
    }
  }

  /** Whose a browser is becomes known in any of the chapters, or never. */
  private void browse(List<String> browsers) {
    for (int i = 0; i < browsers.size(); i++) {
      int known = random.nextInt(CHAPTERS + 1);
      for (int chapter = 0; chapter < CHAPTERS; chapter++) {
        int count = random.nextInt(3);
        for (int page = 0; page < count; page++) {
          chapters.get(chapter).add(acts.anonymous(browsers.get(i)));
        }
        if (chapter == known) {
          chapters.get(chapter).add(acts.link(ids.get(i), browsers.get(i)));
        }
      }
    }
  }

  private void addCopies(List<Line> lines) {
    for (Line line : List.copyOf(lines)) {
      if (mayBeCopied(line) && random.nextInt(14) == 0) {
        lines.add(line);
      }
    }
  }

  /**
   * What becomes known of a person has its own copies. An anonymous one of somebody who is erased
   * may be a copy still or erased already.
   */
  private boolean mayBeCopied(Line line) {
    boolean anonymous = line instanceof Line.Visit visit && visit.isAnonymous();
    return !(line instanceof Line.Change || line instanceof Line.Portrait)
        && !(anonymous && fate.isErased());
  }
}
