package io.leadpulse.jobs.codec;

import io.leadpulse.engine.lead.Alert;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.model.Signal;
import io.leadpulse.engine.profile.Profile;
import io.leadpulse.engine.score.Score;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.OutputTopic;
import io.leadpulse.schemas.HotLeadAlert;
import io.leadpulse.schemas.ProfileSnapshot;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.Touch;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes hot-lead alerts. */
final class AlertCodec {
  private final RecordEncoder<HotLeadAlert> values;

  AlertCodec(RecordFormat format) {
    values = format.encoder(Topics.HOT_LEAD_ALERT);
  }

  OutputRecord encode(Alert alert) {
    byte[] key = alert.leadId().getBytes(StandardCharsets.UTF_8);
    String messageId = messageId(alert);
    byte[] value = values.encode(value(alert, messageId));
    return new OutputRecord(OutputTopic.HOT_LEAD_ALERT, key, value, messageId);
  }

  /** The same after every replay, so that readers can drop repeats. */
  private static String messageId(Alert alert) {
    return alert.type() == Alert.Type.RAISED
        ? alert.alertId()
        : alert.alertId() + ':' + OutputEnums.alertType(alert.type()) + ':' + alert.sequence();
  }

  /** Positional, because a builder costs more than all the rest of the encoding. */
  private static HotLeadAlert value(Alert alert, String messageId) {
    Score score = alert.score();
    return new HotLeadAlert(
        alert.alertId(),
        messageId,
        OutputEnums.alertType(alert.type()),
        alert.sequence(),
        alert.cause(),
        alert.routing(),
        alert.leadId(),
        alert.scorecard().id(),
        alert.episode(),
        Times.ofHour(alert.entryHour()),
        Times.ofHour(score.hour()),
        Times.ofRecord(alert.recordedAt()),
        profile(alert.profile()),
        score.intent(),
        OutputEnums.tier(alert.tier()),
        OutputEnums.fit(alert.fit()),
        Explanation.contributions(score, alert.scorecard(), alert.model()),
        Explanation.cuts(score),
        alert.topics(),
        touches(alert),
        alert.machineEvents(),
        score.velocityMilli(),
        score.isSurge(),
        Times.ofHourOrNever(alert.hotUntil()),
        List.of(),
        alert.model().id(),
        alert.model().version(),
        alert.reason().ja(),
        alert.reason().en(),
        alert.mergedInto().isEmpty() ? null : alert.mergedInto(),
        List.of());
  }

  private static ProfileSnapshot profile(Profile profile) {
    return new ProfileSnapshot(
        profile.accountId(),
        profile.company(),
        profile.department(),
        profile.role(),
        profile.country(),
        profile.industry(),
        profile.employees(),
        profile.owner(),
        profile.team());
  }

  /** Newest first, as a reader wants them; the engine keeps the oldest first. */
  private static List<Touch> touches(Alert alert) {
    List<Touch> touches = new ArrayList<>(alert.touches().size());
    for (int i = alert.touches().size() - 1; i >= 0; i--) {
      touches.add(touch(alert.touches().get(i), alert.model()));
    }
    return touches;
  }

  private static Touch touch(io.leadpulse.engine.lead.Touch touch, ScoringModel model) {
    return new Touch(
        touch.eventId(),
        Instant.ofEpochMilli(touch.occurredAt()),
        touch.kind().term(),
        signalId(touch.signal(), model),
        touch.detail(),
        touch.topic(),
        touch.campaign());
  }

  /** Empty if the model in force no longer has the signal. */
  private static String signalId(int hash, ScoringModel model) {
    for (Signal signal : model.signals()) {
      if (signal.hash() == hash) {
        return signal.id();
      }
    }
    return "";
  }
}
