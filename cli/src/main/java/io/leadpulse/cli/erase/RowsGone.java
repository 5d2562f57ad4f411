package io.leadpulse.cli.erase;

import io.leadpulse.cli.topic.TopicLog;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Waits until the job has taken back the rows of leads. */
final class RowsGone {
  private final TopicLog scores;
  private final StandingRows rows;
  private final LongSupplier nanoTime;
  private final Runnable pause;
  private final Consumer<String> notices;

  /**
   * @param scores the topic, at its beginning; committed records
   * @param rows of the leads; none yet
   * @param nanoTime as {@link System#nanoTime}
   * @param pause lasts as long as there should be between two looks
   * @param notices takes a line whenever the number of rows is another one
   */
  RowsGone(
      TopicLog scores,
      StandingRows rows,
      LongSupplier nanoTime,
      Runnable pause,
      Consumer<String> notices) {
    this.scores = scores;
    this.rows = rows;
    this.nanoTime = nanoTime;
    this.pause = pause;
    this.notices = notices;
  }

  /** Whether none is left within this time; looks once at least. */
  boolean within(Duration limit) {
    long end = nanoTime.getAsLong() + limit.toNanos();
    scores.readToEnd(rows::take);
    int told = 0;
    while (rows.count() > 0 && nanoTime.getAsLong() - end < 0) {
      if (told != rows.count()) {
        told = rows.count();
        notices.accept("waiting for rows to be taken back: %d".formatted(told));
      }
      pause.run();
      scores.readToEnd(rows::take);
    }
    return rows.count() == 0;
  }
}
