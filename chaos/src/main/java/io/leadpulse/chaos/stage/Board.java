package io.leadpulse.chaos.stage;

import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.topic.TopicReader;
import io.leadpulse.cli.topic.TopicRecord;
import io.leadpulse.engine.lead.Hours;
import io.leadpulse.engine.lead.ScoreRow;
import io.leadpulse.schemas.Contribution;
import io.leadpulse.schemas.LeadScore;
import io.leadpulse.schemas.LeadScoreKey;
import io.leadpulse.schemas.Tier;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.wire.Decoded;
import io.leadpulse.schemas.wire.Limits;
import io.leadpulse.schemas.wire.RecordDecoder;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The last row of each lead and scorecard, read from the topic of scores as more comes. */
public final class Board implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** Some checkpoint intervals of the proofs. */
  private static final int QUIET_LOOKS = 8;

  private final TopicReader<LeadScore> reader;
  private final RecordDecoder<LeadScoreKey> keys =
      new RecordDecoder<>(Topics.LEAD_SCORE_KEY, Limits.RESULT);
  private final Map<Place, Row> rows = new HashMap<>();
  private final Map<Long, Arrival> arrivals = new TreeMap<>();
  private long taken;

  /** Which row it is. */
  public record Place(String leadId, String scorecard) {}

  /**
   * What is compared of a row.
   *
   * @param revision accepted changes of the lead so far
   * @param intent milli-points
   * @param contributions milli-points by signal, none of them 0
   * @param hour as of which, since the epoch
   * @param metAt the same of the first row by this version
   * @param wasHot whether the last row by the version before was HOT
   * @param wasAt as of which hour that row was; {@code metAt} if there was none
   */
  public record Row(
      long version,
      long revision,
      long intent,
      Map<String, Long> contributions,
      int hour,
      boolean hot,
      int metAt,
      boolean wasHot,
      int wasAt) {

    /**
     * Whether a cold replay thinks the same. A change that leaves the intent as it is, because a
     * cap takes all of it, is not published: then what makes up the intent may be older.
     */
    public boolean agrees(ScoreRow.@Nullable Content cold) {
      return cold == null
          ? intent == 0
          : intent == cold.score().intent()
              && (revision != cold.revision()
                  || contributions.equals(ColdReplay.contributions(cold)));
    }
  }

  /**
   * The rows of one version of the model.
   *
   * @param last when Kafka appended the last of the leads' first ones, epoch milliseconds
   */
  public record Arrival(long rows, long last) {}

  public Board(Stage stage) {
    reader = stage.reader(Topics.LEAD_SCORE, Limits.RESULT);
  }

  /** Takes what was committed since; returns how many rows that were. */
  public long update() {
    long before = taken;
    reader.readToEnd(this::take);
    return taken - before;
  }

  private void take(TopicRecord<LeadScore> message) {
    taken++;
    LeadScore row = message.value();
    if (row == null) {
      if (keys.decode(message.key()) instanceof Decoded.Value<LeadScoreKey> key) {
        rows.remove(new Place(key.value().getLeadId(), key.value().getScorecard()));
      }
      return;
    }
    Place place = new Place(row.getLeadId(), row.getScorecard());
    Row before = rows.get(place);
    boolean first = before == null || before.version() != row.getModelVersion();
    rows.put(place, row(row, before));
    if (first) {
      arrivals.merge(
          row.getModelVersion(),
          new Arrival(1, message.timestamp()),
          (a, b) -> new Arrival(a.rows + b.rows, Math.max(a.last, b.last)));
    }
  }

  private static Row row(LeadScore row, @Nullable Row before) {
    int hour = Hours.of(row.getAsOf().toEpochMilli());
    boolean again = before != null && before.version() == row.getModelVersion();
    return new Row(
        row.getModelVersion(),
        row.getRevision(),
        row.getIntentMilli(),
        contributions(row.getContributions()),
        hour,
        row.getTier() == Tier.HOT,
        again ? before.metAt() : hour,
        again ? before.wasHot() : before != null && before.hot(),
        again ? before.wasAt() : before == null ? hour : before.hour());
  }

  private static Map<String, Long> contributions(List<Contribution> all) {
    Map<String, Long> parts = new HashMap<>();
    for (Contribution part : all) {
      if (part.getMilliPoints() != 0) {
        parts.put(part.getSignal(), part.getMilliPoints());
      }
    }
    return parts;
  }

  public Map<Place, Row> rows() {
    return rows;
  }

  /** Reads on until nothing comes for a while. */
  public void settle(Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    for (int quiet = 0; quiet < QUIET_LOOKS; quiet = update() == 0 ? quiet + 1 : 0) {
      if (System.nanoTime() > end) {
        throw CliException.failure("rows come without end; %d so far".formatted(taken));
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** Reads on until all rows are of a version, or the limit is over. */
  public void converge(long version, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    for (update(); behind(version) > 0 && System.nanoTime() < end; update()) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** Leads whose last row is not what a cold replay of all their events gives. */
  public long differences(ColdReplay cold) {
    long differences = 0;
    for (Map.Entry<Place, Row> entry : rows.entrySet()) {
      Place place = entry.getKey();
      Row row = entry.getValue();
      boolean agrees = row.agrees(cold.at(place.leadId(), place.scorecard(), row.hour()));
      differences += agrees ? 0 : 1;
    }
    return differences;
  }

  /** How many rows have another version than this. */
  public long behind(long version) {
    return rows.values().stream().filter(row -> row.version() != version).count();
  }

  /** The rows by which a version reached the leads. */
  public Arrival arrival(long version) {
    return arrivals.getOrDefault(version, new Arrival(0, 0));
  }

  @Override
  public void close() {
    reader.close();
  }
}
