package io.leadpulse.cli.topics;

import io.leadpulse.cli.stack.TopicPlan;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What changes of a topic destroy. */
final class Danger {
  /** Settings that must not be lowered, and what is lost if they are. */
  private static final Map<String, String> FLOORS =
      Map.of(
          "message.timestamp.before.max.ms", "older records are refused, and their senders stop",
          "message.timestamp.after.max.ms", "newer records are refused, and their senders stop",
          "retention.ms", "records that are older are deleted",
          "retention.bytes", "records beyond that size are deleted",
          "local.retention.ms", "older records leave the broker's disk",
          "local.retention.bytes", "records beyond that size leave the broker's disk",
          "delete.retention.ms", "readers that were away longer never learn that a row is gone",
          "max.message.bytes", "greater records are refused, and their senders stop",
          "min.insync.replicas", "fewer copies count as safe");

  private Danger() {}

  /** What a change of a setting destroys; null if nothing. */
  static @Nullable String ofSetting(String key, String found, String wanted) {
    if (key.equals("cleanup.policy")) {
      return "what the new policy does not keep is deleted";
    }
    if (key.equals("message.timestamp.type") && wanted.equals("CreateTime")) {
      return "records are deleted by the time that their senders claim";
    }
    if (key.equals("unclean.leader.election.enable") && wanted.equals("true")) {
      return "a replica that lags may take over and drop what it lacks";
    }
    if (key.equals("remote.storage.enable") && wanted.equals("false")
        || key.equals("remote.log.delete.on.disable") && wanted.equals("true")) {
      return "what lies in remote storage is deleted";
    }
    String lost = FLOORS.get(key);
    return lost != null && amount(wanted) < amount(found) ? lost : null;
  }

  /**
   * What adding partitions destroys beside the order of each key; null if nothing.
   *
   * @param livePolicy the topic's cleanup.policy as it is
   */
  static @Nullable String ofPartitions(TopicPlan.Topic topic, String livePolicy) {
    String planned = topic.config().getOrDefault("cleanup.policy", "");
    return planned.contains("compact") || livePolicy.contains("compact")
        ? "rows stay in their old partition, where nothing replaces or erases them any more"
        : null;
  }

  /** -1 is no bound. What is no number is more than any: then a change of it counts as lowering. */
  private static long amount(String value) {
    try {
      long amount = Long.parseLong(value);
      return amount < 0 ? Long.MAX_VALUE : amount;
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }
}
