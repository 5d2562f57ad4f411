package io.leadpulse.cli.doctor;

import io.leadpulse.cli.stack.Answer;
import io.leadpulse.cli.terminal.Spans;
import io.leadpulse.jobs.config.JobConfig;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

/** Whether the brokers are such that results can be published exactly once. */
final class BrokerSoundness implements Examination {
  static final String MAX_TIMEOUT = "transaction.max.timeout.ms";
  private static final int LEAST_TRANSACTION_VERSION = 2;

  private final Admin admin;
  private final @Nullable JobConfig config;

  /**
   * @param config null if there is none that is valid
   */
  BrokerSoundness(Admin admin, @Nullable JobConfig config) {
    this.admin = admin;
    this.config = config;
  }

  @Override
  public Set<Check> checks() {
    return EnumSet.of(Check.KAFKA_VERSION, Check.TRANSACTION_VERSION, Check.TRANSACTION_LIMIT);
  }

  @Override
  public void examine(Findings findings) {
    Map<String, FinalizedVersionRange> features =
        Answer.of(admin.describeFeatures().featureMetadata(), "the brokers' features")
            .finalizedFeatures();
    judgeVersions(
        level(features, "metadata.version"), level(features, "transaction.version"), findings);
    if (config == null) {
      findings.notChecked(Check.TRANSACTION_LIMIT, "there is no valid configuration of the job");
    } else {
      judgeLimit(config.kafka().transactionTimeout().toMillis(), brokerLimit(), findings);
    }
  }

  static void judgeVersions(short metadata, short transaction, Findings findings) {
    String shown = "metadata.version " + metadataVersion(metadata);
    if (metadata < MetadataVersion.IBP_4_0_IV0.featureLevel()) {
      findings.warning(Check.KAFKA_VERSION, shown);
    } else {
      findings.ok(Check.KAFKA_VERSION, shown);
    }
    Severity severity = transaction < LEAST_TRANSACTION_VERSION ? Severity.problem : Severity.ok;
    findings.add(Check.TRANSACTION_VERSION, severity, "transaction.version %d", transaction);
  }

  static void judgeLimit(long timeout, long limit, Findings findings) {
    findings.add(
        Check.TRANSACTION_LIMIT,
        timeout > limit ? Severity.problem : Severity.ok,
        "transaction.timeout is %s, the brokers' %s %s",
        Spans.of(timeout),
        MAX_TIMEOUT,
        Spans.of(limit));
  }

  /** A newer Kafka than ours may have a level that we have no name for. */
  private static String metadataVersion(short level) {
    try {
      return MetadataVersion.fromFeatureLevel(level).version();
    } catch (IllegalArgumentException unknown) {
      return "level " + level;
    }
  }

  private static short level(Map<String, FinalizedVersionRange> features, String name) {
    FinalizedVersionRange range = features.get(name);
    return range == null ? 0 : range.maxVersionLevel();
  }

  /** The least of all brokers: any of them may coordinate a transaction. */
  private long brokerLimit() {
    List<ConfigResource> brokers =
        Answer.of(admin.describeCluster().nodes(), "the brokers").stream()
            .map(Node::idString)
            .map(id -> new ConfigResource(ConfigResource.Type.BROKER, id))
            .toList();
    return Answer.of(admin.describeConfigs(brokers).all(), "the brokers' settings")
        .values()
        .stream()
        .mapToLong(settings -> Long.parseLong(settings.get(MAX_TIMEOUT).value()))
        .min()
        .orElseThrow();
  }
}
