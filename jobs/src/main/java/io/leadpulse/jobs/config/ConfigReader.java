package io.leadpulse.jobs.config;

import io.leadpulse.engine.yaml.Problems;
import io.leadpulse.engine.yaml.YamlValue;
import io.leadpulse.jobs.kafka.KafkaSettings;
import io.leadpulse.jobs.score.CacheSettings;
import io.leadpulse.jobs.score.TimeMode;
import io.leadpulse.schemas.registry.RegistrySettings;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the job's configuration. Holds every default and every range. */
final class ConfigReader {
  private static final Duration ZERO = Duration.ZERO;
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration TEN_YEARS = Duration.ofDays(3_650);
  private static final int HOURS_PER_DAY = 24;

  /** Flink's own bound. */
  private static final int MOST_PARALLELISM = 32_768;

  /** Divisible by all numbers up to 10, so that keys spread evenly at any parallelism. */
  private static final int DEFAULT_MAX_PARALLELISM = 2_520;

  private static final long MEBIBYTE = 1L << 20;
  private static final long DEFAULT_CACHE = 64 * MEBIBYTE;
  private static final long MOST_CACHE = MEBIBYTE * MEBIBYTE;

  /** Below the number of sessions at one time each event would write; above, barriers wait. */
  private static final int DEFAULT_DIRTY_LEADS = 20_000;

  private final ConfigValues values;

  private final String group;

  private ConfigReader(ConfigValues values, String group) {
    this.values = values;
    this.group = group;
  }

  /**
   * The configuration in a text.
   *
   * @throws BadConfigException with everything that is wrong in it
   */
  static JobConfig read(String file, String text, Placeholders placeholders)
      throws BadConfigException {
    Problems problems = new Problems();
    ConfigValues values =
        new ConfigValues(file, text, Keys.ALL, Keys.KAFKA_PROPERTIES, placeholders, problems);
    JobConfig config = checked(values, "leadpulse-lead-scoring");
    if (!problems.isEmpty()) {
      throw new BadConfigException(problems);
    }
    return config;
  }

  /**
   * The configuration in values, whose problems they keep.
   *
   * @param group of the consumers if the values have none
   */
  static JobConfig checked(ConfigValues values, String group) {
    JobConfig config = new ConfigReader(values, group).config();
    new ConfigChecks(values).check(config);
    return config;
  }

  private JobConfig config() {
    return new JobConfig(
        kafka(),
        wire(),
        time(),
        values.get(Keys.BOUNDED).bool(false),
        values.duration(Keys.IDLE_TIMEOUT, Duration.ofMillis(100), HOUR, SECOND.multipliedBy(5)),
        values.get(Keys.TOLERANCE).milli(0, 1_000_000, 1_000),
        values.duration(Keys.EMIT_INTERVAL, ZERO, MINUTE, MINUTE),
        values.get(Keys.RESCORE_SHARE).integer(1, 100, 50),
        values.get(Keys.DEDUPE_WINDOW).hours(1, 90 * HOURS_PER_DAY, 7 * HOURS_PER_DAY),
        values.duration(Keys.RETENTION, DAY, TEN_YEARS, DAY.multipliedBy(180)),
        checkpoint(),
        restart(),
        values
            .get(Keys.STATE_BACKEND)
            .choice(
                Map.of("rocksdb", StateBackend.ROCKSDB, "hashmap", StateBackend.HASHMAP),
                StateBackend.ROCKSDB),
        cache(),
        values.get(Keys.PARALLELISM).integer(1, MOST_PARALLELISM, 0),
        values.get(Keys.MAX_PARALLELISM).integer(1, MOST_PARALLELISM, DEFAULT_MAX_PARALLELISM));
  }

  private KafkaSettings kafka() {
    return new KafkaSettings(
        values.text(Keys.BOOTSTRAP_SERVERS, ""),
        values.text(Keys.GROUP_ID, group),
        values.text(Keys.TOPICS_PREFIX, "leadpulse."),
        values.free(),
        values.duration(
            Keys.TRANSACTION_TIMEOUT, SECOND.multipliedBy(10), DAY, MINUTE.multipliedBy(15)));
  }

  private WireSettings wire() {
    WireFormat format =
        values
            .get(Keys.WIRE_FORMAT)
            .choice(
                Map.of(
                    "single-object", WireFormat.SINGLE_OBJECT, "confluent", WireFormat.CONFLUENT),
                WireFormat.SINGLE_OBJECT);
    return new WireSettings(format, registry());
  }

  private @Nullable RegistrySettings registry() {
    String urls = values.text(Keys.REGISTRY_URL, "");
    String user = values.text(Keys.REGISTRY_USER, "");
    String password = values.text(Keys.REGISTRY_PASSWORD, "");
    String trustStore = values.text(Keys.REGISTRY_TRUST_STORE, "");
    String trustStorePassword = values.text(Keys.REGISTRY_TRUST_STORE_PASSWORD, "");
    Duration timeout =
        values.duration(
            Keys.REGISTRY_TIMEOUT,
            Duration.ofMillis(100),
            MINUTE,
            RegistrySettings.DEFAULT_TIMEOUT);
    boolean autoRegister = values.get(Keys.REGISTRY_AUTO_REGISTER).bool(false);
    return urls.isEmpty()
        ? null
        : new RegistrySettings(
            Arrays.stream(urls.split(",")).map(String::strip).toList(),
            user,
            password,
            trustStore,
            trustStorePassword,
            timeout,
            autoRegister);
  }

  private TimeSettings time() {
    return new TimeSettings(
        values
            .get(Keys.TIME_MODE)
            .choice(Map.of("live", TimeMode.LIVE, "replay", TimeMode.REPLAY), TimeMode.LIVE),
        until(),
        values.duration(Keys.OUT_OF_ORDERNESS, ZERO, TEN_YEARS, HOUR),
        values.duration(Keys.HOLD_LIMIT, ZERO, DAY, HOUR));
  }

  private @Nullable Instant until() {
    YamlValue value = values.get(Keys.TIME_UNTIL);
    String text = value.text("");
    if (text.isEmpty()) {
      return null;
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      value.problem(value.name() + " is no instant", "write one such as 2026-03-31T15:00:00Z");
      return null;
    }
  }

  private CheckpointSettings checkpoint() {
    return new CheckpointSettings(
        values.duration(
            Keys.CHECKPOINT_INTERVAL, Duration.ofMillis(100), HOUR, SECOND.multipliedBy(10)),
        values.duration(Keys.CHECKPOINT_TIMEOUT, SECOND, HOUR, MINUTE.multipliedBy(3)),
        values.text(Keys.CHECKPOINT_DIR, ""));
  }

  private CacheSettings cache() {
    return new CacheSettings(
        values.get(Keys.CACHE_SIZE).bytes(0, MOST_CACHE, DEFAULT_CACHE),
        values.get(Keys.CACHE_LEADS).integer(0, Integer.MAX_VALUE, Integer.MAX_VALUE),
        values.get(Keys.CACHE_DIRTY_LEADS).integer(1, Integer.MAX_VALUE, DEFAULT_DIRTY_LEADS));
  }

  private RestartSettings restart() {
    return new RestartSettings(
        values.duration(Keys.RESTART_DELAY, Duration.ofMillis(10), MINUTE, SECOND),
        values.duration(
            Keys.RESTART_MAX_DELAY, Duration.ofMillis(10), HOUR, SECOND.multipliedBy(30)),
        values.get(Keys.RESTART_ATTEMPTS).integer(1, 1_000_000, RestartSettings.UNLIMITED));
  }
}
