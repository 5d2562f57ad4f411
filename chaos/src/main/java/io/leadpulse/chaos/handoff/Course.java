package io.leadpulse.chaos.handoff;

import io.leadpulse.schemas.HandOff;
import io.leadpulse.schemas.SalesActivity;
import io.leadpulse.schemas.SalesActivityKind;
import io.leadpulse.schemas.SalesActivityReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Draws what sales reports of a lead that it was given. */
final class Course {
  private static final List<SalesActivityKind> WAY =
      List.of(
          SalesActivityKind.ACCEPTED,
          SalesActivityKind.CONTACTED,
          SalesActivityKind.MEETING,
          SalesActivityKind.QUALIFIED);

  private static final List<SalesActivityKind> ENDS =
      List.of(
          SalesActivityKind.WON,
          SalesActivityKind.LOST,
          SalesActivityKind.REJECTED,
          SalesActivityKind.RECYCLED);

  private static final List<SalesActivityReason> REASONS =
      List.of(
          SalesActivityReason.NONE,
          SalesActivityReason.WRONG_INFORMATION,
          SalesActivityReason.COMPETITOR);

  private final HandOff released;
  private final SplittableRandom random;

  private Course(HandOff released, SplittableRandom random) {
    this.released = released;
    this.random = random;
  }

  /**
   * Any number of reports from the release on until now, in the order of their times but for copies
   * and contradictions; two of one instant may contradict each other too. The same seed draws the
   * same of an alert.
   *
   * @param now epoch milliseconds
   */
  static List<SalesActivity> of(HandOff released, long now, long seed) {
    SplittableRandom random =
        new SplittableRandom(seed * 1_000_003 + released.getAlertId().hashCode());
    return new Course(released, random).reports(now);
  }

  private List<SalesActivity> reports(long now) {
    List<SalesActivityKind> kinds = kinds();
    long from = released.getOccurredAt().toEpochMilli();
    long step = Math.max(0, now - from) / (kinds.size() + 1);
    List<SalesActivity> reports = new ArrayList<>();
    long at = from;
    for (int i = 0; i < kinds.size(); i++) {
      at += random.nextInt(8) == 0 ? 0 : step;
      SalesActivity report = report(i, kinds.get(i), at);
      reports.add(report);
      if (random.nextInt(4) == 0) {
        reports.add(report);
      }
    }
    return reports;
  }

  private List<SalesActivityKind> kinds() {
    List<SalesActivityKind> kinds = new ArrayList<>(WAY.subList(0, random.nextInt(WAY.size() + 1)));
    if (random.nextInt(3) > 0) {
      kinds.add(any(ENDS));
    }
    if (random.nextInt(4) == 0) {
      kinds.add(any(random.nextBoolean() ? WAY : ENDS));
    }
    return kinds;
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private SalesActivity report(int number, SalesActivityKind kind, long at) {
    boolean refused = kind == SalesActivityKind.REJECTED || kind == SalesActivityKind.LOST;
    return SalesActivity.newBuilder()
        .setEventId(released.getAlertId() + '-' + number)
        .setOccurredAt(Instant.ofEpochMilli(at))
        .setLeadId(released.getLeadId())
        .setKind(kind)
        .setReason(refused ? any(REASONS) : SalesActivityReason.NONE)
        .setOwner(random.nextBoolean() ? "rep-x" : "")
        .setTeam(released.getTeam())
        .build();
  }
}
