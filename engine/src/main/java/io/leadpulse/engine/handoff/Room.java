package io.leadpulse.engine.handoff;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.bytes.ByteSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hot leads of one team that wait until they are handed over.
 *
 * <p>Instants are epoch milliseconds and never go back: an earlier one counts as the latest seen.
 */
sealed interface Room permits WaitingRoom, DigestRoom {
  /**
   * Takes a hot lead in; one that waits already is the same. Who was released is for the caller to
   * know.
   *
   * @return those that are released, in order
   */
  List<Candidate> offer(Candidate candidate, long now);

  /** Lets time pass; those that are released, in order. */
  List<Candidate> onTime(long now);

  /** Takes news of the intent of one that waits. */
  void update(String alertId, long intentMilli);

  /**
   * Takes one out that is hot no more.
   *
   * @return null if it does not wait
   */
  @Nullable Candidate withdraw(String alertId);

  /** Those that have come to wait for too long; each is told once. */
  List<Candidate> newlyOverdue();

  /** When something is to be released or reported next; {@link Long#MAX_VALUE} for never. */
  long nextDue();

  /** Those that wait, best first. */
  List<Candidate> candidates();

  /** The most that are released on a business day, those apart that ask for it; -1 for any. */
  int most(LocalDate date);

  /** What is to be kept beside those that wait. */
  void write(ByteSink out);

  /** Takes what {@link #write} wrote; then come those that waited, by {@link #restore}. */
  void read(ByteSource in);

  /**
   * Takes one back that waited.
   *
   * @param overdue whether it was told to wait for too long
   */
  void restore(Candidate candidate, boolean overdue);
}
