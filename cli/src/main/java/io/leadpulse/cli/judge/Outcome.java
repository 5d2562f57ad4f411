package io.leadpulse.cli.judge;

import io.leadpulse.cli.topic.TopicReader;
import io.leadpulse.cli.topic.TopicRecord;
import io.leadpulse.schemas.AlertType;
import io.leadpulse.schemas.HotLeadAlert;
import io.leadpulse.schemas.LeadScore;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.SuspectEngagement;
import io.leadpulse.schemas.Tier;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.wire.Limits;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/**
 * What the job said.
 *
 * @param verdicts of single events
 * @param hot leads that an alert was raised for
 * @param warm leads that were WARM or HOT at some time
 * @param scored leads that a score was published for
 */
record Outcome(Verdicts verdicts, Set<String> hot, Set<String> warm, Set<String> scored) {

  /**
   * Reads the topics of the results.
   *
   * @param notices takes lines for the user
   */
  static Outcome read(String bootstrap, String prefix, Consumer<String> notices) {
    Outcome outcome =
        new Outcome(new Verdicts(), new HashSet<>(), new HashSet<>(), new HashSet<>());
    read(bootstrap, prefix, Topics.SUSPECT_ENGAGEMENT, notices, outcome::takeSuspect);
    read(bootstrap, prefix, Topics.HOT_LEAD_ALERT, notices, outcome::takeAlert);
    read(bootstrap, prefix, Topics.LEAD_SCORE, notices, outcome::takeScore);
    return outcome;
  }

  private static <T extends SpecificRecord> void read(
      String bootstrap,
      String prefix,
      Subject<T> subject,
      Consumer<String> notices,
      Consumer<TopicRecord<T>> sink) {
    try (TopicReader<T> reader =
        new TopicReader<>(bootstrap, prefix, subject, Limits.RESULT, notices)) {
      reader.readToEnd(sink);
    }
  }

  private void takeSuspect(TopicRecord<SuspectEngagement> message) {
    message.ifValue(
        suspect ->
            verdicts.add(
                new Place(suspect.getSourceTopic(), suspect.getPartition(), suspect.getOffset()),
                message.timestamp(),
                suspect.getReasons()));
  }

  private void takeAlert(TopicRecord<HotLeadAlert> message) {
    message.ifValue(
        alert -> {
          if (alert.getType() == AlertType.RAISED) {
            hot.add(alert.getLeadId());
          }
        });
  }

  private void takeScore(TopicRecord<LeadScore> message) {
    message.ifValue(
        score -> {
          scored.add(score.getLeadId());
          if (score.getTier() == Tier.WARM || score.getTier() == Tier.HOT) {
            warm.add(score.getLeadId());
          }
        });
  }
}
