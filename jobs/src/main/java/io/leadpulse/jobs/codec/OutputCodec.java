package io.leadpulse.jobs.codec;

import io.leadpulse.engine.hygiene.SuspectReason;
import io.leadpulse.engine.lead.Alert;
import io.leadpulse.engine.lead.Impact;
import io.leadpulse.engine.lead.Move;
import io.leadpulse.engine.lead.ScoreRow;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.SourceTopic;
import io.leadpulse.schemas.registry.RecordFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns what the engine decides into records of the output topics. For one thread at a time. */
public final class OutputCodec {
  private final ScoreCodec scores;
  private final AlertCodec alerts;
  private final ImpactCodec impacts;
  private final SuspectCodec suspects;

  /**
   * Writes single-object encoding.
   *
   * @param topicPrefix the installation's, with its dot, such as {@code leadpulse.}
   */
  public OutputCodec(String topicPrefix) {
    this(topicPrefix, RecordFormat.singleObject());
  }

  /**
   * @param topicPrefix the installation's, with its dot, such as {@code leadpulse.}
   */
  public OutputCodec(String topicPrefix, RecordFormat format) {
    scores = new ScoreCodec(format);
    alerts = new AlertCodec(format);
    impacts = new ImpactCodec(format);
    suspects = new SuspectCodec(topicPrefix, format);
  }

  /** The row, or a tombstone where the lead has no score any more. */
  public OutputRecord score(ScoreRow row) {
    return scores.encode(row);
  }

  public OutputRecord alert(Alert alert) {
    return alerts.encode(alert);
  }

  public OutputRecord impact(Impact impact) {
    return impacts.encode(impact);
  }

  /**
   * @param leadId the lead that has taken it: what is told of it later is told under the same key
   * @param reasons at least one
   * @param model by which it was judged
   */
  public OutputRecord suspect(
      String leadId, LeadInput.Engaged input, Set<SuspectReason> reasons, ScoringModel model) {
    return suspects.encode(leadId, input, reasons, model);
  }

  /**
   * @param source that the engagement came from
   * @param model by which it was judged, null if it is not at hand any more
   */
  public OutputRecord suspect(
      String leadId, SourceTopic source, Move move, @Nullable ScoringModel model) {
    return suspects.encode(leadId, source, move, model);
  }
}
