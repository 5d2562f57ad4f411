package io.leadpulse.jobs.codec;

import io.leadpulse.engine.handoff.Brief;
import io.leadpulse.engine.handoff.Candidate;
import io.leadpulse.engine.handoff.Duty;
import io.leadpulse.engine.handoff.HandOffEvent;
import io.leadpulse.engine.handoff.HandOffEvent.Breached;
import io.leadpulse.engine.handoff.HandOffEvent.Moved;
import io.leadpulse.engine.handoff.HandOffEvent.Warned;
import io.leadpulse.engine.handoff.HotLead;
import io.leadpulse.engine.handoff.Report;
import io.leadpulse.engine.handoff.Routed.Nurture;
import io.leadpulse.engine.handoff.Standing;
import io.leadpulse.engine.handoff.TeamEvent;
import io.leadpulse.engine.handoff.TeamEvent.Active;
import io.leadpulse.engine.handoff.TeamEvent.Correct;
import io.leadpulse.engine.handoff.TeamEvent.DayEnded;
import io.leadpulse.engine.handoff.TeamEvent.Digested;
import io.leadpulse.engine.handoff.TeamEvent.Progressed;
import io.leadpulse.engine.handoff.TeamEvent.Released;
import io.leadpulse.engine.handoff.TeamEvent.Unworked;
import io.leadpulse.engine.handoff.TeamEvent.Withdrawn;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.OutputTopic;
import io.leadpulse.schemas.DigestLead;
import io.leadpulse.schemas.HandOff;
import io.leadpulse.schemas.HandOffKind;
import io.leadpulse.schemas.StageStay;
import io.leadpulse.schemas.TeamDay;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Writes what becomes of hot leads. For one thread at a time. */
public final class HandOffCodec {
  private static final String NO_TEAM = "no-team";

  private final RecordEncoder<HandOff> values;

  public HandOffCodec(RecordFormat format) {
    values = format.encoder(Topics.HAND_OFF);
  }

  /** What is to be told of a team. */
  public OutputRecord event(String team, TeamEvent event) {
    HandOff.Builder to = begin(team, event.at());
    Candidate lead = event.lead();
    if (lead != null) {
      describe(lead, to);
    }
    Report standing = event.standing();
    if (standing != null) {
      to.setStage(standing.name())
          .setStageKind(standing.stage().term())
          .setClosed(standing.stage().isLast());
    }
    to.setOwner(event.owner());
    tell(event, to);
    return encode(to);
  }

  private static HandOff.Builder begin(String team, long at) {
    return HandOff.newBuilder()
        .setMessageId("")
        .setKind(HandOffKind.UNKNOWN)
        .setTeam(team)
        .setOccurredAt(Instant.ofEpochMilli(at));
  }

  private static void describe(Candidate lead, HandOff.Builder to) {
    to.setAlertId(lead.alertId())
        .setLeadId(lead.leadId())
        .setHandRaise(lead.handRaise())
        .setIntentMilli(lead.intentMilli());
    describe(lead.brief(), to);
  }

  private static void describe(Brief brief, HandOff.Builder to) {
    to.setScorecard(brief.scorecard())
        .setModelId(brief.modelId())
        .setModelVersion(brief.modelVersion())
        .setAccountId(brief.accountId())
        .setCompany(brief.company())
        .setFit(OutputEnums.fit(brief.fit()))
        .setTopics(brief.topics())
        .setSignals(brief.signals())
        .setSource(brief.source())
        .setBestHours(brief.bestHours())
        .setReasonJa(brief.reasonJa())
        .setReasonEn(brief.reasonEn());
  }

  private static void tell(TeamEvent event, HandOff.Builder to) {
    if (event.what() instanceof Released released) {
      kind(HandOffKind.RELEASED, "", to)
          .setWaitedMillis(released.waitedMillis())
          .setReason(event.lead() == null ? "" : event.lead().brief().routing());
      if (released.due() != Long.MAX_VALUE) {
        to.setDueAt(Instant.ofEpochMilli(released.due()));
      }
    } else if (event.what() instanceof Withdrawn withdrawn) {
      kind(HandOffKind.WITHDRAWN, "", to).setReason(withdrawn.reason()).setClosed(true);
    } else if (event.what() instanceof Unworked) {
      kind(HandOffKind.UNWORKED, "", to);
    } else if (event.what() instanceof Active active) {
      kind(HandOffKind.ACTIVE, active.messageId(), to).setReason(active.cause());
    } else if (event.what() instanceof Correct) {
      kind(HandOffKind.CORRECT, Long.toString(event.at()), to).setReason(reason(event));
    } else if (event.what() instanceof Progressed progressed) {
      tell(progressed.event(), event, to);
    } else if (event.what() instanceof Digested digest) {
      tell(digest.leads(), event, to);
    } else if (event.what() instanceof DayEnded day) {
      to.setKind(HandOffKind.DAY).setMessageId(to.getTeam() + ":day:" + day.date());
      to.setDay(day(day));
    }
  }

  private static HandOff.Builder kind(HandOffKind kind, String which, HandOff.Builder to) {
    String id = to.getAlertId() + ':' + kind.name().toLowerCase(Locale.ROOT);
    return to.setKind(kind).setMessageId(which.isEmpty() ? id : id + ':' + which);
  }

  private static String reason(TeamEvent event) {
    Report standing = event.standing();
    return standing == null ? "" : standing.reason();
  }

  private static void tell(HandOffEvent what, TeamEvent event, HandOff.Builder to) {
    if (what instanceof Moved moved) {
      kind(HandOffKind.MOVED, moved.to() + ':' + moved.at() + suffix(moved.reason()), to)
          .setOccurredAt(Instant.ofEpochMilli(moved.at()))
          .setStage(moved.to())
          .setStageKind(moved.stage().term())
          .setClosed(moved.stage().isLast())
          .setPreviousStage(moved.from())
          .setReason(moved.reason())
          .setStays(
              moved.stays().stream()
                  .map(stay -> new StageStay(stay.stage(), stay.millis(), stay.businessMillis()))
                  .toList());
    } else if (what instanceof Warned warned) {
      due(HandOffKind.WARNED, warned.duty(), warned.due(), to);
    } else if (what instanceof Breached breached) {
      due(HandOffKind.BREACHED, breached.duty(), breached.due(), to);
    } else {
      kind(HandOffKind.REASSIGNED, "", to);
    }
  }

  /** Two moves to a stage at one instant differ by their reasons. */
  private static String suffix(String reason) {
    return reason.isEmpty() ? "" : ':' + reason;
  }

  private static void due(HandOffKind kind, Duty duty, long due, HandOff.Builder to) {
    kind(kind, duty.term(), to).setDuty(duty.term()).setDueAt(Instant.ofEpochMilli(due));
  }

  private static void tell(List<Candidate> leads, TeamEvent event, HandOff.Builder to) {
    Candidate best = leads.get(0);
    Brief brief = best.brief();
    String account = brief.accountId().isEmpty() ? best.alertId() : brief.accountId();
    to.setKind(HandOffKind.DIGEST)
        .setMessageId(to.getTeam() + ":digest:" + account + ':' + event.at())
        .setOwner(best.owner())
        .setScorecard(brief.scorecard())
        .setAccountId(brief.accountId())
        .setCompany(brief.company())
        .setDigest(leads.stream().map(HandOffCodec::digest).toList());
  }

  private static DigestLead digest(Candidate lead) {
    return new DigestLead(
        lead.alertId(),
        lead.leadId(),
        lead.intentMilli(),
        lead.handRaise(),
        lead.brief().reasonJa(),
        lead.brief().reasonEn());
  }

  private static TeamDay day(DayEnded day) {
    return new TeamDay(
        day.date().toString(),
        day.budget(),
        day.released(),
        day.atOnce(),
        day.waiting(),
        day.unworked(),
        day.meanReleasedMilli(),
        day.meanWaitingMilli());
  }

  /** A lead that marketing is to nurture. */
  public OutputRecord nurture(Nurture nurture, long at) {
    Standing standing = nurture.standing();
    HandOff.Builder to =
        begin(nurture.team(), at)
            .setKind(HandOffKind.NURTURE)
            .setMessageId(
                standing.leadId()
                    + ':'
                    + standing.scorecard()
                    + ":nurture:"
                    + nurture.cause()
                    + ':'
                    + at)
            .setLeadId(standing.leadId())
            .setOwner(standing.owner())
            .setScorecard(standing.scorecard())
            .setReason(nurture.cause())
            .setIntentMilli(standing.intentMilli())
            .setFit(OutputEnums.fit(standing.fit()))
            .setAccountId(standing.accountId())
            .setCompany(standing.company())
            .setTopics(standing.topics())
            .setModelId(standing.modelId())
            .setModelVersion(standing.modelVersion());
    return encode(to);
  }

  /** A hot lead that no route leads to a team: nobody works it. */
  public OutputRecord unrouted(HotLead lead, long at) {
    HandOff.Builder to =
        begin("", at)
            .setAlertId(lead.alertId())
            .setLeadId(lead.leadId())
            .setOwner(lead.profile().owner())
            .setIntentMilli(lead.intentMilli());
    describe(lead.brief(), to);
    return encode(kind(HandOffKind.UNWORKED, NO_TEAM, to).setReason(NO_TEAM));
  }

  private OutputRecord encode(HandOff.Builder to) {
    HandOff value = to.build();
    byte[] key = value.getTeam().getBytes(StandardCharsets.UTF_8);
    return new OutputRecord(OutputTopic.HAND_OFF, key, values.encode(value), value.getMessageId());
  }
}
