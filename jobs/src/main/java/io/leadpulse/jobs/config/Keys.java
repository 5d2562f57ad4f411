package io.leadpulse.jobs.config;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The keys of the jobs' configurations. */
final class Keys {
  static final String BOOTSTRAP_SERVERS = "kafka.bootstrap-servers";
  static final String GROUP_ID = "kafka.group-id";

  /** Below it stand Kafka's own keys. */
  static final String KAFKA_PROPERTIES = "kafka.properties";

  static final String TOPICS_PREFIX = "topics.prefix";
  static final String WIRE_FORMAT = "wire-format";

  /** Below it stands all about the registry. */
  static final String REGISTRY = "schema-registry";

  static final String REGISTRY_URL = "schema-registry.url";
  static final String REGISTRY_USER = "schema-registry.user";
  static final String REGISTRY_PASSWORD = "schema-registry.password";
  static final String REGISTRY_TRUST_STORE = "schema-registry.trust-store";
  static final String REGISTRY_TRUST_STORE_PASSWORD = "schema-registry.trust-store-password";
  static final String REGISTRY_TIMEOUT = "schema-registry.timeout";
  static final String REGISTRY_AUTO_REGISTER = "schema-registry.auto-register";
  static final String TIME_MODE = "time.mode";
  static final String TIME_UNTIL = "time.until";
  static final String OUT_OF_ORDERNESS = "time.out-of-orderness";
  static final String HOLD_LIMIT = "time.hold-limit";
  static final String BOUNDED = "source.bounded";
  static final String IDLE_TIMEOUT = "source.idle-timeout";
  static final String TOLERANCE = "score.tolerance";
  static final String EMIT_INTERVAL = "emit.interval";
  static final String RESCORE_SHARE = "rescore.share";
  static final String DEDUPE_WINDOW = "dedupe.window";
  static final String RETENTION = "retention";
  static final String CHECKPOINT_INTERVAL = "checkpoint.interval";
  static final String CHECKPOINT_TIMEOUT = "checkpoint.timeout";
  static final String CHECKPOINT_DIR = "checkpoint.dir";
  static final String TRANSACTION_TIMEOUT = "transaction.timeout";
  static final String RESTART_DELAY = "restart.delay";
  static final String RESTART_MAX_DELAY = "restart.max-delay";
  static final String RESTART_ATTEMPTS = "restart.attempts";
  static final String STATE_BACKEND = "state.backend";
  static final String CACHE_SIZE = "cache.size";
  static final String CACHE_LEADS = "cache.leads";
  static final String CACHE_DIRTY_LEADS = "cache.dirty-leads";
  static final String TEAMS_FILE = "teams.file";
  static final String PARALLELISM = "parallelism";
  static final String MAX_PARALLELISM = "max-parallelism";

  /** All of the scoring job but Kafka's own. */
  static final List<String> ALL =
      List.of(
          BOOTSTRAP_SERVERS,
          GROUP_ID,
          TOPICS_PREFIX,
          WIRE_FORMAT,
          REGISTRY_URL,
          REGISTRY_USER,
          REGISTRY_PASSWORD,
          REGISTRY_TRUST_STORE,
          REGISTRY_TRUST_STORE_PASSWORD,
          REGISTRY_TIMEOUT,
          REGISTRY_AUTO_REGISTER,
          TIME_MODE,
          TIME_UNTIL,
          OUT_OF_ORDERNESS,
          HOLD_LIMIT,
          BOUNDED,
          IDLE_TIMEOUT,
          TOLERANCE,
          EMIT_INTERVAL,
          RESCORE_SHARE,
          DEDUPE_WINDOW,
          RETENTION,
          CHECKPOINT_INTERVAL,
          CHECKPOINT_TIMEOUT,
          CHECKPOINT_DIR,
          TRANSACTION_TIMEOUT,
          RESTART_DELAY,
          RESTART_MAX_DELAY,
          RESTART_ATTEMPTS,
          STATE_BACKEND,
          CACHE_SIZE,
          CACHE_LEADS,
          CACHE_DIRTY_LEADS,
          PARALLELISM,
          MAX_PARALLELISM);

  /** Those that only the scoring job has. */
  private static final Set<String> SCORING =
      Set.of(
          TOLERANCE,
          EMIT_INTERVAL,
          RESCORE_SHARE,
          DEDUPE_WINDOW,
          RETENTION,
          HOLD_LIMIT,
          CACHE_SIZE,
          CACHE_LEADS,
          CACHE_DIRTY_LEADS);

  /** All keys of the hand-off but Kafka's own. */
  static final List<String> HAND_OFF =
      Stream.concat(ALL.stream().filter(key -> !SCORING.contains(key)), Stream.of(TEAMS_FILE))
          .toList();

  private Keys() {}
}
