package io.leadpulse.chaos.identity;

import io.leadpulse.chaos.stage.Board;
import io.leadpulse.chaos.stage.Outcomes.Place;
import io.leadpulse.chaos.stage.Stage;
import io.leadpulse.cli.topic.TopicRecord;
import io.leadpulse.jobs.record.SourceTopic;
import io.leadpulse.schemas.HotLeadAlert;
import io.leadpulse.schemas.LeadTransfer;
import io.leadpulse.schemas.SuspectEngagement;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.wire.Limits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All that the job said and committed. */
final class Published {
  private static final Map<String, SourceTopic> SOURCES =
      Arrays.stream(SourceTopic.values())
          .collect(Collectors.toMap(topic -> topic.topic(Stage.PREFIX), Function.identity()));

  private static final Comparator<Doubt> BY_TIME =
      Comparator.comparingLong(Doubt::at).thenComparingLong(Doubt::offset);

  private final Board board;
  private final List<HotLeadAlert> alerts = new ArrayList<>();
  private final Map<Place, List<Doubt>> doubts = new HashMap<>();
  private final Map<String, Long> transfers = new TreeMap<>();
  private final Companies companies;

  /**
   * A verdict on an engagement.
   *
   * @param at when Kafka appended it, epoch milliseconds
   * @param suspect whether the engagement is one
   * @param moved whether it was something else before
   */
  record Doubt(long at, long offset, boolean suspect, boolean moved) {}

  private Published(Board board, Companies companies) {
    this.board = board;
    this.companies = companies;
  }

  /** Reads what there is; to be called once the job has stopped. */
  static Published read(Stage stage) {
    try (Board board = new Board(stage)) {
      board.update();
      Published published = new Published(board, Companies.read(stage));
      stage.read(
          Topics.HOT_LEAD_ALERT, Limits.RESULT, alert -> alert.ifValue(published.alerts::add));
      stage.read(Topics.SUSPECT_ENGAGEMENT, Limits.RESULT, published::suspect);
      stage.read(Topics.LEAD_TRANSFER, Limits.TRANSFER, sent -> sent.ifValue(published::transfer));
      published.doubts.values().forEach(all -> all.sort(BY_TIME));
      return published;
    }
  }

  private void suspect(TopicRecord<SuspectEngagement> message) {
    message.ifValue(
        suspect -> {
          SourceTopic topic = SOURCES.get(suspect.getSourceTopic());
          Place place = new Place(topic, suspect.getPartition(), suspect.getOffset());
          Doubt doubt =
              new Doubt(
                  message.timestamp(),
                  message.offset(),
                  !suspect.getReasons().isEmpty(),
                  suspect.getEventId().isEmpty());
          doubts.computeIfAbsent(place, any -> new ArrayList<>()).add(doubt);
        });
  }

  private void transfer(LeadTransfer transfer) {
    transfers.merge(transfer.getKind().name().toLowerCase(Locale.ROOT), 1L, Long::sum);
  }

  /** The rows that hold in the end. */
  Map<Board.Place, Board.Row> rows() {
    return board.rows();
  }

  /** What is told of companies in the end. */
  Companies companies() {
    return companies;
  }

  /** In any order but that of each lead. */
  List<HotLeadAlert> alerts() {
    return alerts;
  }

  /** The verdicts on each engagement that was ever a suspect, the last one last. */
  Map<Place, List<Doubt>> doubts() {
    return doubts;
  }

  /** What leads sent to each other, by kind such as {@code merged}. */
  Map<String, Long> transfers() {
    return transfers;
  }
}
