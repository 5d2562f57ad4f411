package io.leadpulse.jobs.oracle;

import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.schemas.AlertType;
import io.leadpulse.schemas.Contribution;
import io.leadpulse.schemas.Fit;
import io.leadpulse.schemas.HotLeadAlert;
import io.leadpulse.schemas.IdentityChange;
import io.leadpulse.schemas.IdentityChangeKind;
import io.leadpulse.schemas.LeadScore;
import io.leadpulse.schemas.ProfileSnapshot;
import io.leadpulse.schemas.SalesActivity;
import io.leadpulse.schemas.SalesActivityKind;
import io.leadpulse.schemas.SalesActivityReason;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Tier;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.Touch;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.avro.specific.SpecificRecord;

/**
 * A random month of what the hand-off reads: alerts, scores, reports of sales that come late, twice
 * and in contradiction, erasures.
 */
public final class HandOffLog {
  /** A Monday. */
  public static final long START = Instant.parse("2027-01-04T00:00:00Z").toEpochMilli();

  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final int DAYS = 30;

  /** When all is over, epoch milliseconds. */
  public static final long END = START + (DAYS + 20) * 24 * HOUR;

  /** After all that is told. */
  private static final long RECORDED = END + 100 * 24 * HOUR;

  private static final String[] SCORECARDS = {"rep-a", "rep-b"};
  private static final SalesActivityKind[] KINDS = SalesActivityKind.values();

  private final SplittableRandom random;
  private final String prefix;
  private final List<Timed> records = new ArrayList<>();
  private int events;

  /** A record and the time that it has for the job. */
  private record Timed(long at, int lead, RawRecord raw) {}

  private HandOffLog(long seed, String prefix) {
    random = new SplittableRandom(seed);
    this.prefix = prefix;
  }

  /**
   * Records in the order of their times, those of one lead in one partition.
   *
   * @param partitions of one length
   */
  public static List<List<RawRecord>> of(long seed, int leads, int partitions, String prefix) {
    HandOffLog log = new HandOffLog(seed, prefix);
    for (int lead = 0; lead < leads; lead++) {
      log.lead(lead);
    }
    return log.dealt(partitions);
  }

  private List<List<RawRecord>> dealt(int partitions) {
    records.sort(Comparator.comparingLong(Timed::at));
    List<List<RawRecord>> dealt = new ArrayList<>();
    for (int partition = 0; partition < partitions; partition++) {
      dealt.add(new ArrayList<>());
    }
    for (Timed timed : records) {
      dealt.get(timed.lead() % partitions).add(timed.raw());
    }
    int longest = dealt.stream().mapToInt(List::size).max().orElse(0);
    for (List<RawRecord> partition : dealt) {
      while (partition.size() < longest) {
        partition.add(nothing());
      }
    }
    return dealt;
  }

  /** A change of identity that is none of the hand-off's business. */
  private RawRecord nothing() {
    return raw(
        Topics.IDENTITY,
        IdentityChange.newBuilder()
            .setEventId("e" + events++)
            .setKind(IdentityChangeKind.MERGE)
            .setOccurredAt(Instant.ofEpochMilli(START))
            .setLeadId("x")
            .setIntoLeadId("y")
            .build(),
        "x");
  }

  private void lead(int lead) {
    String id = "lead-" + lead;
    long at = START + random.nextLong(DAYS * 24) * HOUR;
    int episodes = random.nextInt(3);
    standing(lead, id, Tier.WARM, at - HOUR);
    for (int episode = 1; episode <= episodes; episode++) {
      String scorecard = SCORECARDS[random.nextInt(2)];
      String alertId = id + ':' + scorecard + ':' + episode;
      alert(lead, id, alertId, scorecard, AlertType.RAISED, at, at);
      standing(lead, id, Tier.HOT, at);
      for (int news = random.nextInt(3); news > 0; news--) {
        long later = at + random.nextLong(48) * HOUR;
        alert(lead, id, alertId, scorecard, AlertType.UPDATED, at, later);
      }
      for (int reports = random.nextInt(7); reports > 0; reports--) {
        report(lead, id, at + random.nextLong(20 * 24 * HOUR));
      }
      at += (1 + random.nextLong(10 * 24)) * HOUR;
      AlertType end = random.nextInt(4) == 0 ? AlertType.RECALLED : AlertType.COOLED;
      alert(lead, id, alertId, scorecard, end, at, at);
      standing(lead, id, Tier.WARM, at);
      at += HOUR;
    }
    if (random.nextInt(5) == 0) {
      report(lead, id, at);
    }
    if (random.nextInt(20) == 0) {
      erase(lead, id, at + HOUR);
    }
  }

  private void alert(
      int lead, String id, String alertId, String scorecard, AlertType type, long since, long at) {
    boolean hand = type == AlertType.RAISED && random.nextInt(8) == 0;
    HotLeadAlert value =
        HotLeadAlert.newBuilder()
            .setAlertId(alertId)
            .setMessageId(alertId + type + at)
            .setType(type)
            .setCause(hand ? "hand-raise:contact-form" : "threshold")
            .setLeadId(id)
            .setScorecard(scorecard)
            .setEntryAt(Instant.ofEpochMilli(since))
            .setOccurredAt(Instant.ofEpochMilli(at))
            .setIntentMilli(100_000 + random.nextLong(100_000))
            .setFit(random.nextBoolean() ? Fit.A : Fit.B)
            .setProfile(
                ProfileSnapshot.newBuilder()
                    .setAccountId("account-" + lead % 7)
                    .setEmployees(lead % 3 == 0 ? 5_000 : 50)
                    .setOwner(random.nextBoolean() ? "sato" : "")
                    .build())
            .setContributions(
                List.of(new Contribution("signal-" + random.nextInt(5), "buying", 60_000L, 0L, 1)))
            .setTouches(List.of(touch(since)))
            .setModelId("model")
            .setModelVersion(1)
            .build();
    add(at, lead, raw(Topics.HOT_LEAD_ALERT, value, id));
  }

  private Touch touch(long at) {
    String campaign = random.nextBoolean() ? "spring" : "";
    return new Touch("t", Instant.ofEpochMilli(at), "page-view", "", "", "", campaign);
  }

  private void standing(int lead, String id, Tier tier, long at) {
    LeadScore value =
        LeadScore.newBuilder()
            .setLeadId(id)
            .setScorecard(SCORECARDS[0])
            .setTier(tier)
            .setIntentMilli(60_000)
            .setTopics(List.of("crm"))
            .setAsOf(Instant.ofEpochMilli(at))
            .build();
    add(at, lead, raw(Topics.LEAD_SCORE, value, id));
  }

  /** One in three comes twice, some with a time long before they come. */
  private void report(int lead, String id, long at) {
    SalesActivityKind kind = KINDS[1 + random.nextInt(KINDS.length - 1)];
    boolean wrong = kind == SalesActivityKind.REJECTED && random.nextBoolean();
    SalesActivity value =
        SalesActivity.newBuilder()
            .setEventId("e" + events++)
            .setOccurredAt(Instant.ofEpochMilli(at))
            .setLeadId(id)
            .setKind(kind)
            .setReason(wrong ? SalesActivityReason.WRONG_INFORMATION : SalesActivityReason.NONE)
            .setOwner(random.nextBoolean() ? "suzuki" : "")
            .setTeam(random.nextInt(3) == 0 ? "inside" : "")
            .build();
    add(at, lead, raw(Topics.SALES_ACTIVITY, value, id));
    if (random.nextInt(3) == 0) {
      add(at, lead, raw(Topics.SALES_ACTIVITY, value, id));
    }
  }

  private void erase(int lead, String id, long at) {
    IdentityChange value =
        IdentityChange.newBuilder()
            .setEventId("e" + events++)
            .setKind(IdentityChangeKind.ERASE)
            .setOccurredAt(Instant.ofEpochMilli(at))
            .setLeadId(id)
            .build();
    add(at, lead, raw(Topics.IDENTITY, value, id));
  }

  private void add(long at, int lead, RawRecord raw) {
    records.add(new Timed(at, lead, raw));
  }

  private <T extends SpecificRecord> RawRecord raw(Subject<T> subject, T value, String key) {
    return new RawRecord(
        subject.topic(prefix),
        0,
        0,
        RECORDED,
        key.getBytes(StandardCharsets.UTF_8),
        new RecordEncoder<>(subject).encode(value));
  }
}
