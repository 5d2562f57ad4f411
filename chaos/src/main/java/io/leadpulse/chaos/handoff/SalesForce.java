package io.leadpulse.chaos.handoff;

import io.leadpulse.chaos.stage.Follower;
import io.leadpulse.chaos.stage.Sender;
import io.leadpulse.chaos.stage.Stage;
import io.leadpulse.chaos.stage.Trickle;
import io.leadpulse.schemas.HandOff;
import io.leadpulse.schemas.HandOffKind;
import io.leadpulse.schemas.SalesActivity;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.wire.Limits;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Reads what is handed over, committed records only, and reports on it bit by bit in any order. */
final class SalesForce implements AutoCloseable {
  /** Of what is to be reported, each second. */
  private static final double SHARE = 0.05;

  private final long seed;
  private final SplittableRandom random;
  private final Sender sender;
  private final RecordEncoder<SalesActivity> reports = new RecordEncoder<>(Topics.SALES_ACTIVITY);
  private final List<SalesActivity> open = new ArrayList<>();
  private final Set<String> answered = new HashSet<>();
  private final Follower<HandOff> reading;
  private final Trickle reporting;

  /** Begins to work. */
  SalesForce(Stage stage, long seed) {
    this.seed = seed;
    random = new SplittableRandom(seed);
    sender = stage.sender();
    reporting = new Trickle("sales", SHARE, this::open, this::report);
    reading =
        new Follower<>(
            stage.reader(Topics.HAND_OFF, Limits.RESULT), record -> record.ifValue(this::answer));
  }

  private void answer(HandOff told) {
    if (told.getKind() == HandOffKind.RELEASED && answered.add(told.getAlertId())) {
      List<SalesActivity> course = Course.of(told, System.currentTimeMillis(), seed);
      synchronized (open) {
        open.addAll(course);
      }
    }
  }

  private int open() {
    synchronized (open) {
      return open.size();
    }
  }

  /** What is not sent yet is open still. */
  private void report() {
    synchronized (open) {
      int place = random.nextInt(open.size());
      send(open.get(place));
      open.set(place, open.get(open.size() - 1));
      open.remove(open.size() - 1);
    }
  }

  private void send(SalesActivity report) {
    byte[] key = report.getLeadId().getBytes(StandardCharsets.UTF_8);
    sender.send(
        new ProducerRecord<>(
            Topics.SALES_ACTIVITY.topic(Stage.PREFIX), key, reports.encode(report)));
  }

  /** When the broker got the newest record that was seen committed, epoch milliseconds. */
  long newestMillis() {
    return reading.newestMillis();
  }

  /** Reports at once from now on. */
  void hurry() {
    reporting.hurry();
  }

  /**
   * Whether it has read so many records, and the broker has all reports on them.
   *
   * @param handOffs records of {@code hand-off.v1} that are committed
   */
  boolean isDone(long handOffs) {
    boolean read = reading.count() >= handOffs;
    if (!read || open() > 0) {
      return false;
    }
    sender.flush();
    return true;
  }

  @Override
  public void close() {
    reading.close();
    reporting.stop();
  }
}
