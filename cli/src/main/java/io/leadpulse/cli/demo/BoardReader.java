package io.leadpulse.cli.demo;

import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.topic.TopicReader;
import io.leadpulse.cli.topic.TopicRecord;
import io.leadpulse.schemas.HotLeadAlert;
import io.leadpulse.schemas.LeadScore;
import io.leadpulse.schemas.LeadScoreKey;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.wire.Decoded;
import io.leadpulse.schemas.wire.Limits;
import io.leadpulse.schemas.wire.RecordDecoder;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/**
 * Follows scores and alerts as any customer would, committed ones only, and keeps the board. Each
 * topic has a thread of its own.
 */
final class BoardReader {
  private final ScoreBoard board;
  private final InstantSource clock;
  private final RecordDecoder<LeadScoreKey> keys =
      new RecordDecoder<>(Topics.LEAD_SCORE_KEY, Limits.RESULT);
  private final TopicReader<LeadScore> scores;
  private final TopicReader<HotLeadAlert> alerts;
  private final CompletableFuture<Void> scoresRead;
  private final CompletableFuture<Void> alertsRead;

  /** Begins to read. */
  BoardReader(
      ScoreBoard board,
      String bootstrap,
      String prefix,
      InstantSource clock,
      Consumer<String> notices) {
    this.board = board;
    this.clock = clock;
    scores = reader(bootstrap, prefix, Topics.LEAD_SCORE, notices);
    alerts = reader(bootstrap, prefix, Topics.HOT_LEAD_ALERT, notices);
    scoresRead = follow(scores, this::score);
    alertsRead = follow(alerts, message -> message.ifValue(board::alert));
  }

  /** Reads on to what is committed now, and ends. */
  void finish() {
    scores.finish();
    alerts.finish();
    try {
      scoresRead.join();
      alertsRead.join();
    } catch (CompletionException e) {
      throw CliException.failure("the results could not be read: " + e.getCause(), e);
    }
  }

  private void score(TopicRecord<LeadScore> message) {
    byte[] key = message.key();
    if (key != null && keys.decode(key) instanceof Decoded.Value<LeadScoreKey> known) {
      board.score(known.value(), message.value(), clock.millis());
    }
  }

  private static <T extends SpecificRecord> TopicReader<T> reader(
      String bootstrap, String prefix, Subject<T> subject, Consumer<String> notices) {
    return new TopicReader<>(bootstrap, prefix, subject, Limits.RESULT, notices);
  }

  private static <T extends SpecificRecord> CompletableFuture<Void> follow(
      TopicReader<T> reader, Consumer<TopicRecord<T>> sink) {
    return CompletableFuture.runAsync(
        () -> {
          try (reader) {
            reader.follow(sink);
          }
        },
        task -> {
          Thread thread = new Thread(task, "score-board");
          thread.setDaemon(true);
          thread.start();
        });
  }
}
