package io.leadpulse.intake.zoom;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One person's comings and goings at one holding of a webinar, told in any order. */
final class Attendance {
  private static final long MINUTE = 60_000;

  /** More than any person makes; what is beyond it is not counted. */
  private static final int MOVE_LIMIT = 1_000;

  private static final Comparator<Move> BY_TIME =
      Comparator.comparingLong(Move::at).thenComparing(Move::joined, Comparator.reverseOrder());

  private final Webinar webinar;
  private final Person person;
  private final List<Move> moves = new ArrayList<>();

  /**
   * @param at milliseconds
   */
  private record Move(long at, boolean joined) {}

  Attendance(Webinar webinar, Person person) {
    this.webinar = webinar;
    this.person = person;
  }

  void join(long at) {
    add(new Move(at, true));
  }

  void leave(long at) {
    add(new Move(at, false));
  }

  private void add(Move move) {
    if (moves.size() < MOVE_LIMIT) {
      moves.add(move);
    }
  }

  Webinar webinar() {
    return webinar;
  }

  Person person() {
    return person;
  }

  /** The first time that he is known to have been there, in milliseconds. */
  long firstAt() {
    Move first = moves.stream().min(BY_TIME).orElseThrow();
    return first.joined() || !startedBefore(first) ? first.at() : webinar.startedAt();
  }

  /**
   * Whole minutes in which he was there; twice there at once, as with a computer and a telephone,
   * counts once. A going without a coming counts from the webinar's start, a coming without a going
   * counts nothing.
   */
  int minutes() {
    moves.sort(BY_TIME);
    long total = 0;
    long since = 0;
    int present = 0;
    boolean came = false;
    for (Move move : moves) {
      if (move.joined()) {
        since = present == 0 ? move.at() : since;
        present++;
        came = true;
      } else if (present > 0) {
        present--;
        total += present == 0 ? move.at() - since : 0;
      } else if (!came && startedBefore(move)) {
        total += move.at() - webinar.startedAt();
        came = true;
      }
    }
    return (int) Math.min(Integer.MAX_VALUE, total / MINUTE);
  }

  private boolean startedBefore(Move move) {
    return webinar.startedAt() > 0 && webinar.startedAt() <= move.at();
  }
}
