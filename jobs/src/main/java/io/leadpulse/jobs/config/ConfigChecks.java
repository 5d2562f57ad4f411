package io.leadpulse.jobs.config;

import io.leadpulse.engine.yaml.YamlValue;
import io.leadpulse.jobs.kafka.KafkaSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Map;

/** Checks what no value can say alone. */
final class ConfigChecks {
  private static final int LONGEST_PREFIX = 200;
  private static final int MOST_PORT = 65_535;

  /** What the job decides for Kafka's clients, with what to do instead of setting it. */
  private static final Map<String, String> DECIDED =
      Map.ofEntries(
          Map.entry("bootstrap.servers", "use " + Keys.BOOTSTRAP_SERVERS),
          Map.entry("group.id", "use " + Keys.GROUP_ID),
          Map.entry("transaction.timeout.ms", "use " + Keys.TRANSACTION_TIMEOUT),
          Map.entry("transactional.id", "remove it"),
          Map.entry("isolation.level", "remove it"),
          Map.entry("enable.auto.commit", "remove it"),
          Map.entry("auto.offset.reset", "remove it"),
          Map.entry("enable.idempotence", "remove it"),
          Map.entry("max.request.size", "remove it"),
          Map.entry("key.serializer", "remove it"),
          Map.entry("value.serializer", "remove it"),
          Map.entry("key.deserializer", "remove it"),
          Map.entry("value.deserializer", "remove it"));

  private final ConfigValues values;

  ConfigChecks(ConfigValues values) {
    this.values = values;
  }

  void check(JobConfig config) {
    checkServers(config.kafka().bootstrapServers());
    checkPrefix(config.kafka().topicPrefix());
    checkKafkaProperties(config.kafka());
    new WireChecks(values).check(config.wire());
    checkTime(config);
    checkDirectory(config.checkpoint().directory());
    checkTransactions(config);
    if (config.parallelism() > config.maxParallelism()) {
      values
          .get(Keys.PARALLELISM)
          .problem("parallelism is above max-parallelism", "lower it or raise max-parallelism");
    }
    if (config.restart().delay().compareTo(config.restart().maxDelay()) > 0) {
      values
          .get(Keys.RESTART_DELAY)
          .problem("restart.delay is above restart.max-delay", "lower it or raise the other");
    }
  }

  private void checkServers(String servers) {
    YamlValue value = values.get(Keys.BOOTSTRAP_SERVERS);
    if (!value.isPresent()) {
      value.problem(
          "there is no " + Keys.BOOTSTRAP_SERVERS,
          "add '" + Keys.BOOTSTRAP_SERVERS + ": localhost:9092' with your broker's address");
    } else if (!servers.isEmpty()) {
      for (String server : servers.split(",", -1)) {
        if (!isServer(server.strip())) {
          value.problem(
              Keys.BOOTSTRAP_SERVERS + " has an address without host or port",
              "write host:port, several with commas");
        }
      }
    }
  }

  private static boolean isServer(String server) {
    int colon = server.lastIndexOf(':');
    String port = server.substring(colon + 1);
    boolean number =
        !port.isEmpty() && port.length() <= 5 && port.chars().allMatch(Character::isDigit);
    return colon > 0 && number && Integer.parseInt(port) > 0 && Integer.parseInt(port) <= MOST_PORT;
  }

  private void checkPrefix(String prefix) {
    boolean legal =
        prefix.chars().allMatch(c -> c == '.' || c == '_' || c == '-' || isLetterOrDigit(c));
    if (!legal || prefix.length() > LONGEST_PREFIX) {
      values
          .get(Keys.TOPICS_PREFIX)
          .problem(
              "topics cannot begin so",
              "use letters, digits, '.', '_' and '-', at most " + LONGEST_PREFIX);
    }
  }

  private static boolean isLetterOrDigit(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private void checkKafkaProperties(KafkaSettings kafka) {
    for (String name : kafka.properties().keySet()) {
      String instead = DECIDED.get(name);
      if (instead != null) {
        values
            .get(Keys.KAFKA_PROPERTIES + '.' + name)
            .problem(name + " is decided by the job", instead);
      }
    }
  }

  private void checkTime(JobConfig config) {
    if (config.isLive()) {
      checkUnused(Keys.TIME_UNTIL, "live");
      checkUnused(Keys.OUT_OF_ORDERNESS, "live");
    } else {
      checkUnused(Keys.HOLD_LIMIT, "replay");
      checkUnused(Keys.RETENTION, "replay");
    }
  }

  private void checkUnused(String key, String mode) {
    if (values.has(key)) {
      values
          .get(key)
          .problem(
              key + " has no meaning with '" + Keys.TIME_MODE + ": " + mode + "'", "remove it");
    }
  }

  private void checkDirectory(String directory) {
    if (directory.isEmpty()) {
      return;
    }
    try {
      URI uri = new URI(directory);
      if (uri.isAbsolute() && uri.getPath() != null) {
        return;
      }
    } catch (URISyntaxException e) {
      // Told below.
    }
    values
        .get(Keys.CHECKPOINT_DIR)
        .problem(
            Keys.CHECKPOINT_DIR + " is no absolute address",
            "write one such as file:///var/lib/leadpulse/checkpoints");
  }

  /**
   * What is written between two checkpoints waits in a transaction for the second one. Should the
   * broker give it up before a job that failed is back, it is lost.
   */
  private void checkTransactions(JobConfig config) {
    Duration outage = config.checkpoint().timeout().plus(config.restart().maxDelay());
    Duration least = config.checkpoint().interval().plus(outage.multipliedBy(3));
    if (config.kafka().transactionTimeout().compareTo(least) < 0) {
      values
          .get(Keys.TRANSACTION_TIMEOUT)
          .problem(
              "%s is shorter than %s + 3 x (%s + %s), which is %d s"
                  .formatted(
                      Keys.TRANSACTION_TIMEOUT,
                      Keys.CHECKPOINT_INTERVAL,
                      Keys.CHECKPOINT_TIMEOUT,
                      Keys.RESTART_MAX_DELAY,
                      least.toSeconds()),
              "raise it, as far as the broker's transaction.max.timeout.ms lets you, or lower the"
                  + " others");
    }
  }
}
