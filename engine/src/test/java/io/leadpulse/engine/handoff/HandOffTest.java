package io.leadpulse.engine.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.bytes.ByteSource;
import io.leadpulse.engine.calendar.BusinessCalendar;
import io.leadpulse.engine.handoff.HandOffEvent.Breached;
import io.leadpulse.engine.handoff.HandOffEvent.Moved;
import io.leadpulse.engine.handoff.HandOffEvent.Reassigned;
import io.leadpulse.engine.handoff.HandOffEvent.Stay;
import io.leadpulse.engine.handoff.HandOffEvent.Warned;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HandOffTest {
  private static final int CASES = Integer.getInteger("handoff.stages.cases", 2_000);
  private static final BusinessCalendar JAPAN = BusinessCalendar.japan();
  private static final Deadlines DEADLINES = Deadlines.DEFAULT;
  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final long RELEASED = at("2027-04-28T15:00");

  private static long at(String tokyo) {
    return LocalDateTime.parse(tokyo).atZone(JAPAN.zone()).toInstant().toEpochMilli();
  }

  private static HandOff released() {
    return new HandOff("ada", "sato", "MQL", RELEASED);
  }

  private static List<HandOffEvent> report(HandOff handOff, Stage stage, String at) {
    return handOff.onReport(new Report(stage, stage.term(), "", at(at)), JAPAN);
  }

  @Test
  void everyMoveSaysHowLongEachStageTook() {
    HandOff handOff = released();
    report(handOff, Stage.ACCEPTED, "2027-04-28T16:00");
    assertThat(report(handOff, Stage.CONTACTED, "2027-04-30T10:00"))
        .containsExactly(
            new Moved(
                "accepted",
                "contacted",
                Stage.CONTACTED,
                "",
                at("2027-04-30T10:00"),
                List.of(new Stay("MQL", HOUR, HOUR), new Stay("accepted", 42 * HOUR, 3 * HOUR))));
  }

  @Test
  void aDeadlineIsWarnedOfAndThenBreachedOnce() {
    HandOff handOff = released();
    long due = at("2027-04-30T15:00");
    assertThat(handOff.nextDue(DEADLINES, JAPAN)).isEqualTo(at("2027-04-30T13:00"));
    assertThat(handOff.onTime(at("2027-04-30T13:00"), DEADLINES, JAPAN))
        .containsExactly(new Warned(Duty.ACCEPT, due));
    assertThat(handOff.onTime(due, DEADLINES, JAPAN))
        .containsExactly(new Breached(Duty.ACCEPT, due), new Reassigned("sato"));
    assertThat(handOff.onTime(due + HOUR, DEADLINES, JAPAN)).isEmpty();
  }

  @Test
  void whatIsDoneIsNotDue() {
    HandOff handOff = released();
    report(handOff, Stage.ACCEPTED, "2027-04-28T16:00");
    assertThat(handOff.due(Duty.ACCEPT, DEADLINES, JAPAN)).isEqualTo(Long.MAX_VALUE);
    assertThat(handOff.due(Duty.CONTACT, DEADLINES, JAPAN)).isEqualTo(at("2027-04-28T18:00"));
    assertThat(handOff.due(Duty.MEET, DEADLINES, JAPAN)).isEqualTo(at("2027-05-11T16:00"));
    report(handOff, Stage.CONTACTED, "2027-04-28T17:00");
    assertThat(handOff.due(Duty.CONTACT, DEADLINES, JAPAN)).isEqualTo(Long.MAX_VALUE);
    report(handOff, Stage.LOST, "2027-04-30T17:00");
    assertThat(handOff.nextDue(DEADLINES, JAPAN)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void aReportThatComesLateMovesNothingBack() {
    HandOff handOff = released();
    report(handOff, Stage.MEETING, "2027-05-07T10:00");
    assertThat(report(handOff, Stage.ACCEPTED, "2027-04-28T16:00")).isEmpty();
    assertThat(report(handOff, Stage.MEETING, "2027-05-07T10:00")).as("a copy").isEmpty();
    assertThat(handOff.stage()).isEqualTo(Stage.MEETING);
  }

  @Test
  void ofTwoThatContradictEachOtherTheLaterHolds() {
    HandOff handOff = released();
    report(handOff, Stage.REJECTED, "2027-04-28T16:00");
    assertThat(handOff.stage().isLast()).isTrue();
    report(handOff, Stage.ACCEPTED, "2027-05-06T16:00");
    assertThat(handOff.stage()).isEqualTo(Stage.ACCEPTED);
  }

  /** In any order, with copies and restarts: one stage in the end, the same times. */
  @Test
  void reportsInAnyOrderEndAlike() {
    for (long seed = 0; seed < CASES; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Report> reports = new ArrayList<>();
      for (int i = random.nextInt(12); i >= 0; i--) {
        Stage stage = Stage.values()[random.nextInt(Stage.values().length)];
        String reason = stage == Stage.REJECTED && random.nextBoolean() ? "competitor" : "";
        reports.add(
            new Report(stage, stage.term(), reason, RELEASED + random.nextLong(40) * 12 * HOUR));
      }
      HandOff inOrder = released();
      reports.stream().sorted(Report.ORDER).forEach(one -> inOrder.onReport(one, JAPAN));
      List<Report> shuffled = new ArrayList<>(reports);
      shuffled.addAll(reports.subList(0, reports.size() / 2));
      Collections.shuffle(shuffled, new Random(seed));
      HandOff anyhow = released();
      for (Report one : shuffled) {
        anyhow.onReport(one, JAPAN);
        anyhow = copy(anyhow);
      }
      assertThat(anyhow.stage()).isEqualTo(inOrder.stage());
      for (Duty duty : Duty.values()) {
        long due = inOrder.due(duty, DEADLINES, JAPAN);
        assertThat(anyhow.due(duty, DEADLINES, JAPAN)).isEqualTo(due);
        assertThat(due == Long.MAX_VALUE || isInBusinessHours(due))
            .as("%s, %d", duty, due)
            .isTrue();
      }
    }
  }

  /** The end of business hours belongs to them. */
  private static boolean isInBusinessHours(long at) {
    return JAPAN.isOpen(at) || JAPAN.isOpen(at - 1);
  }

  private static HandOff copy(HandOff handOff) {
    ByteSink out = new ByteSink();
    handOff.write(out);
    return HandOff.read(new ByteSource(out.toBytes()));
  }

  @Test
  void manyReportsAreBounded() {
    HandOff handOff = released();
    report(handOff, Stage.ACCEPTED, "2027-04-28T16:00");
    for (int i = 0; i < 500; i++) {
      handOff.onReport(
          new Report(Stage.CONTACTED, "contacted", "", RELEASED + (2 + i) * HOUR), JAPAN);
    }
    ByteSink out = new ByteSink();
    handOff.write(out);
    assertThat(out.size()).isLessThan(64 * 24 + 60);
    assertThat(handOff.due(Duty.MEET, DEADLINES, JAPAN)).isEqualTo(at("2027-05-11T16:00"));
  }
}
