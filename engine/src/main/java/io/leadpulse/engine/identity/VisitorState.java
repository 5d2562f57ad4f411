package io.leadpulse.engine.identity;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of one visitor. Changed in place by {@link VisitorPolicy}; stored by {@link
 * VisitorStateCodec}. Nothing waits for a visitor who is linked or shared, and a shared one is
 * linked to nobody.
 */
public final class VisitorState {
  /** The day on which a visitor was last seen who never was. */
  static final int NEVER = -1;

  final Timeline links = new Timeline();

  /** In the order of {@link WaitingTouch#compareTo}. */
  final List<WaitingTouch> waiting = new ArrayList<>(0);

  boolean shared;
  int lastDay = NEVER;

  /** From when on the visitor is which lead, earliest first. */
  public List<Link> links() {
    return links.links();
  }

  /** By the latest of all links; null if there is none. */
  public @Nullable Link latestLink() {
    return links.isEmpty() ? null : links.last();
  }

  /** What waits for a lead, earliest first. */
  public List<WaitingTouch> waiting() {
    return List.copyOf(waiting);
  }

  /** Whether so many leads were linked that the visitor is several people. */
  public boolean isShared() {
    return shared;
  }

  /** The last day since the epoch on which anything of the visitor came; -1 if nothing did. */
  public int lastDay() {
    return lastDay;
  }

  /**
   * Takes note of a day on which something of the visitor came. Days, and not moments, so that a
   * visit is written once.
   *
   * @return whether the visitor had not been seen on it or later
   */
  public boolean seen(int day) {
    boolean later = day > lastDay;
    lastDay = Math.max(day, lastDay);
    return later;
  }
}
