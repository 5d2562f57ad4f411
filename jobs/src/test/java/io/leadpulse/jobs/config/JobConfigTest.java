package io.leadpulse.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.leadpulse.jobs.decode.TimeRules;
import io.leadpulse.jobs.kafka.KafkaSettings;
import io.leadpulse.jobs.kafka.SourceRange;
import io.leadpulse.jobs.score.CacheSettings;
import io.leadpulse.jobs.score.ScoreSettings;
import io.leadpulse.jobs.score.TimeMode;
import io.leadpulse.schemas.registry.RegistrySettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class JobConfigTest {
  private static final Path SAMPLE = Path.of("../config/lead-scoring.yaml");
  private static final String LEAST = "kafka.bootstrap-servers: localhost:9092\n";
  static final List<String> KEYS = Keys.ALL;

  @Test
  void defaults() throws Exception {
    assertThat(parse(LEAST))
        .isEqualTo(
            new JobConfig(
                new KafkaSettings(
                    "localhost:9092",
                    "leadpulse-lead-scoring",
                    "leadpulse.",
                    Map.of(),
                    Duration.ofMinutes(15)),
                new WireSettings(WireFormat.SINGLE_OBJECT, null),
                new TimeSettings(TimeMode.LIVE, null, Duration.ofHours(1), Duration.ofHours(1)),
                false,
                Duration.ofSeconds(5),
                1_000,
                Duration.ofMinutes(1),
                50,
                7 * 24,
                Duration.ofDays(180),
                new CheckpointSettings(Duration.ofSeconds(10), Duration.ofMinutes(3), ""),
                new RestartSettings(
                    Duration.ofSeconds(1), Duration.ofSeconds(30), RestartSettings.UNLIMITED),
                StateBackend.ROCKSDB,
                new CacheSettings(64 << 20, Integer.MAX_VALUE, 20_000),
                0,
                2_520));
  }

  @Test
  void everyKeyIsTaken() throws Exception {
    JobConfig config =
        parse(
            """
            kafka:
              bootstrap-servers: one:9092, two:9093
              group-id: east
              properties:
                security.protocol: SSL
                ssl: { truststore.location: /etc/trust }
            kafka.properties.client.dns.lookup: use_all_dns_ips
            topics: { prefix: acme. }
            wire-format: confluent
            schema-registry:
              url: https://one:8081/, http://two/apis/ccompat/v7
              user: me
              password: secret
              trust-store: /etc/registry.p12
              trust-store-password: changeit
              timeout: 2s
              auto-register: true
            time:
              mode: replay
              out-of-orderness: 2h
              until: 2026-03-31T15:00:00Z
            source: { bounded: true, idle-timeout: 1s }
            score: { tolerance: 0.5 }
            emit: { interval: 0s }
            rescore: { share: 80 }
            dedupe: { window: 2d }
            checkpoint: { interval: 1s, timeout: 1m, dir: 's3://bucket/checkpoints' }
            transaction: { timeout: 10m }
            restart: { delay: 100ms, max-delay: 10s, attempts: 3 }
            state: { backend: hashmap }
            cache: { size: 1gb, leads: 200, dirty-leads: 50 }
            parallelism: 2
            max-parallelism: 128
            """);
    assertThat(config)
        .isEqualTo(
            new JobConfig(
                new KafkaSettings(
                    "one:9092, two:9093",
                    "east",
                    "acme.",
                    Map.of(
                        "security.protocol", "SSL",
                        "ssl.truststore.location", "/etc/trust",
                        "client.dns.lookup", "use_all_dns_ips"),
                    Duration.ofMinutes(10)),
                new WireSettings(
                    WireFormat.CONFLUENT,
                    new RegistrySettings(
                        List.of("https://one:8081", "http://two/apis/ccompat/v7"),
                        "me",
                        "secret",
                        "/etc/registry.p12",
                        "changeit",
                        Duration.ofSeconds(2),
                        true)),
                new TimeSettings(
                    TimeMode.REPLAY,
                    Instant.parse("2026-03-31T15:00:00Z"),
                    Duration.ofHours(2),
                    Duration.ofHours(1)),
                true,
                Duration.ofSeconds(1),
                500,
                Duration.ZERO,
                80,
                48,
                Duration.ofDays(180),
                new CheckpointSettings(
                    Duration.ofSeconds(1), Duration.ofMinutes(1), "s3://bucket/checkpoints"),
                new RestartSettings(Duration.ofMillis(100), Duration.ofSeconds(10), 3),
                StateBackend.HASHMAP,
                new CacheSettings(1 << 30, 200, 50),
                2,
                128));
    assertThat(parse(LEAST + "retention: 30d\ntime.hold-limit: 10m"))
        .satisfies(
            live -> {
              assertThat(live.retention()).isEqualTo(Duration.ofDays(30));
              assertThat(live.time().holdLimit()).isEqualTo(Duration.ofMinutes(10));
            });
  }

  @Test
  void dotsAndNestingMeanTheSame() throws Exception {
    assertThat(parse("kafka: { bootstrap-servers: 'localhost:9092' }")).isEqualTo(parse(LEAST));
  }

  @Test
  void allThatIsWrongIsToldAtOnceWithItsPlaceAndTheFix() {
    String problems =
        problems(
            """
            kafka:
              bootstrap-server: localhost
            checkpoint.interval: 10
            state: { backend: rocks }
            score.tolerance: -1
            parallelism: 5000
            cache.size: 64m
            """);
    assertThat(problems.lines())
        .containsExactly(
            "job.yaml:1:1: there is no kafka.bootstrap-servers; fix: add"
                + " 'kafka.bootstrap-servers: localhost:9092' with your broker's address",
            "job.yaml:2:3: there is no key 'kafka.bootstrap-server'; fix: write"
                + " 'kafka.bootstrap-servers'",
            "job.yaml:3:22: checkpoint.interval cannot be '10'; fix: write a duration from 100ms to"
                + " 1h",
            "job.yaml:4:19: state.backend cannot be 'rocks'; fix: write 'rocksdb'",
            "job.yaml:5:18: score.tolerance cannot be '-1'; fix: write a number from 0 to 1000, at"
                + " most 3 decimals",
            "job.yaml:6:14: parallelism is above max-parallelism; fix: lower it or raise"
                + " max-parallelism",
            "job.yaml:7:13: cache.size cannot be '64m'; fix: write a size such as 64mb, from 0 to"
                + " 1024gb");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kafka.bootstrap-servers: localhost          | address without host or port",
        "kafka.bootstrap-servers: 'localhost:99999'  | address without host or port",
        "kafka.bootstrap-servers: 'a:1,,b:2'         | address without host or port",
        "kafka.bootstrap-servers: ''                 | is empty",
        "topics.prefix: 'a b'                        | topics cannot begin so",
        "wire-format: confluent                      | needs a schema registry",
        "wire-format: avro                           | cannot be 'avro'",
        "schema-registry.url: registry:8081          | is no http or https address",
        "schema-registry.url: http://a:b@host        | holds a user",
        "schema-registry.url: 'http://a?b=c'         | has more than a path",
        "schema-registry.auto-register: true         | there is no schema-registry.url",
        "{schema-registry: {url: http://a, user: b}} | one is missing",
        "{schema-registry: {url: http://a, trust-store-password: b}} | no schema-registry.trust",
        "checkpoint.dir: checkpoints                 | no absolute address",
        "checkpoint.dir: 'file:// '                  | no absolute address",
        "time.until: 2026-03-31                      | no instant",
        "time.until: 2026-03-31T15:00:00Z            | no meaning with 'time.mode: live'",
        "time.out-of-orderness: 1h                   | no meaning with 'time.mode: live'",
        "{time.mode: replay, retention: 30d}         | no meaning with 'time.mode: replay'",
        "{time.mode: replay, time.hold-limit: 1m}    | no meaning with 'time.mode: replay'",
        "kafka.properties.group.id: x                | use kafka.group-id",
        "kafka.properties.isolation.level: x         | decided by the job",
        "transaction.timeout: 10m                    | which is 640 s",
        "checkpoint.timeout: 10m                     | shorter than",
        "restart.delay: 1m                           | above restart.max-delay",
        "restart.attempts: 0                         | from 1",
        "{state.backend: hashmap, state: {backend: hashmap}} | stands twice",
        "kafka:                                      | kafka must be a mapping",
        "retention: { days: 5 }                      | retention must be a single value",
        "'not a mapping'                             | must be a mapping",
        "'a: b: c: ['                                | not YAML",
      })
  void whatCannotWorkIsRefused(String text, String message) {
    assertThat(problems(text.startsWith("'") ? text.substring(1) : text)).contains(message);
  }

  @Test
  void theSampleSaysWhatHoldsWithoutIt() throws Exception {
    assertThat(JobConfig.read(SAMPLE)).isEqualTo(parse(LEAST));
  }

  @ParameterizedTest
  @FieldSource("KEYS")
  void theSampleShowsEveryKey(String key) throws Exception {
    String last = key.substring(key.lastIndexOf('.') + 1);
    assertThat(Files.readAllLines(SAMPLE))
        .anyMatch(line -> line.strip().replaceFirst("^# *", "").startsWith(last + ":"));
  }

  @Test
  void secretsComeFromTheEnvironmentOrAFileAndAreNeverShown(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("password"), "from-file\n");
    JobConfig config =
        ConfigReader.read(
            "job.yaml",
            LEAST
                + "kafka.properties:\n"
                + "  sasl.jaas.config: user=\"x\" password=\"${env:SECRET}\";\n"
                + "  ssl.key.password: ${file:"
                + file
                + "}\n"
                + "schema-registry: { url: 'https://r', user: u5er, password: '${env:SECRET}' }\n",
            new Placeholders(Map.of("SECRET", "from-environment")::get));
    assertThat(config.kafka().properties())
        .containsEntry("sasl.jaas.config", "user=\"x\" password=\"from-environment\";")
        .containsEntry("ssl.key.password", "from-file");
    assertThat(config.wire().registry())
        .extracting(RegistrySettings::password)
        .isEqualTo("from-environment");
    assertThat(config.toString())
        .contains("sasl.jaas.config", "localhost:9092")
        .doesNotContain("from-environment", "from-file", "user=\"", "u5er");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "${env:MISSING}     | environment variable 'MISSING', which is not set",
        "${file:/no/such}   | file '/no/such', which cannot be read",
        "${vault:secret}    | write ${env:NAME} or ${file:PATH}",
        "a${env:SECRET      | without '}'",
      })
  void aSecretThatIsNotThereIsAProblem(String value, String message) {
    BadConfigException bad =
        catchThrowableOfType(
            BadConfigException.class,
            () ->
                ConfigReader.read(
                    "job.yaml",
                    LEAST + "kafka.properties.ssl.key.password: \"" + value + "\"",
                    new Placeholders(Map.of("SECRET", "s3cret")::get)));
    assertThat(bad).hasMessageContaining(message).hasMessageContaining("job.yaml:2:");
    assertThat(bad.getMessage()).doesNotContain("s3cret");
  }

  @Test
  void liveOperationResumesAndLetsOldEventsExpire() throws Exception {
    JobConfig live = parse(LEAST);
    assertThat(live.sourceRange()).isEqualTo(new SourceRange(true, false));
    assertThat(live.timeRules()).isEqualTo(new TimeRules(Duration.ofDays(180)));
    assertThat(live.scoreSettings().endHour()).isEqualTo(ScoreSettings.NO_END);
    assertThat(live.scoreSettings().topicPrefix()).isEqualTo("leadpulse.");
  }

  @Test
  void aReplayBeginsAnewAndKeepsAll() throws Exception {
    JobConfig replay =
        parse(LEAST + "time: { mode: replay, until: 2026-03-31T15:59:00Z }\nsource.bounded: true");
    assertThat(replay.sourceRange()).isEqualTo(new SourceRange(false, true));
    assertThat(replay.timeRules()).isEqualTo(new TimeRules(TimeRules.KEEP_ALL));
    assertThat(replay.scoreSettings().endHour()).isEqualTo(493_047);
  }

  private static JobConfig parse(String text) throws BadConfigException {
    return JobConfig.parse("job.yaml", text);
  }

  private static String problems(String text) {
    BadConfigException bad = catchThrowableOfType(BadConfigException.class, () -> parse(text));
    return String.valueOf(bad.getMessage());
  }
}
