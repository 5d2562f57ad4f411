package io.leadpulse.benchmarks.run;

import io.leadpulse.benchmarks.traffic.BenchmarkModel;
import io.leadpulse.cli.stack.Home;
import io.leadpulse.cli.stack.TopicPlan;
import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.engine.release.Release;
import io.leadpulse.schemas.ScoringModelRelease;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A broker in a process of its own.
 *
 * @param bootstrap its address
 */
record Broker(JavaProcess process, String bootstrap) implements AutoCloseable {
  private static final Duration NOTICE = Duration.ofSeconds(2);
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final long PAUSE_NANOS = Duration.ofMillis(50).toNanos();

  static Broker start(Path folder) {
    JavaProcess process =
        JavaProcess.start(
            BrokerMain.class.getName(),
            List.of("-Xms1g", "-Xmx1g"),
            List.of(folder.resolve("kafka").toString()),
            folder);
    long end = System.nanoTime() + LIMIT.toNanos();
    while (process.lastLine().isEmpty()) {
      if (System.nanoTime() > end || !process.process().isAlive()) {
        process.close();
        throw CliException.failure("the broker did not start, see " + folder);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return new Broker(process, process.lastLine());
  }

  long pid() {
    return process.process().pid();
  }

  Map<String, Object> client() {
    return Map.of("bootstrap.servers", bootstrap);
  }

  KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
    Map<String, Object> settings = new TreeMap<>(client());
    settings.putAll(more);
    ByteArraySerializer bytes = new ByteArraySerializer();
    return new KafkaProducer<>(settings, bytes, bytes);
  }

  /**
   * Makes an installation's topics as the plan has them, but never compacted, since all output is
   * counted, and with the sender's time in the events, which may be that of a timetable.
   *
   * @param model text of its first release
   */
  void install(String prefix, String model) {
    TopicPlan plan = TopicPlan.read(Home.current());
    TopicPlan kept = new TopicPlan(plan.topics().stream().map(Broker::kept).toList());
    try (Admin admin = Admin.create(client())) {
      kept.createMissing(admin, prefix);
    }
    publish(prefix, model, 1);
  }

  /** Publishes a release of the model, for all that comes from now on; the first for all before. */
  void publish(String prefix, String model, int version) {
    try (KafkaProducer<byte[], byte[]> producer = producer(Map.of())) {
      producer.send(release(prefix, model, version)).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CliException.failure("interrupted", e);
    } catch (ExecutionException e) {
      throw CliException.failure("the model could not be published", e);
    }
  }

  private static TopicPlan.Topic kept(TopicPlan.Topic topic) {
    Map<String, String> config = new TreeMap<>(topic.config());
    if (config.getOrDefault("cleanup.policy", "").contains("compact")) {
      config.keySet().removeIf(key -> key.contains("compact") || key.startsWith("delete."));
      config.put("cleanup.policy", "delete");
    }
    if (topic.direction().equals("in")) {
      config.put("message.timestamp.type", "CreateTime");
    }
    return new TopicPlan.Topic(
        topic.name(), topic.direction(), topic.key(), topic.value(), topic.partitions(), config);
  }

  private static ProducerRecord<byte[], byte[]> release(String prefix, String model, int version) {
    ScoringModelRelease release =
        ScoringModelRelease.newBuilder()
            .setModelId(BenchmarkModel.ID)
            .setVersion(version)
            .setEffectiveAt(version == 1 ? Instant.EPOCH : Instant.now().plus(NOTICE))
            .setYaml(model)
            .setSha256(Release.sha256Of(model))
            .build();
    return new ProducerRecord<>(
        Topics.SCORING_MODEL.topic(prefix),
        (BenchmarkModel.ID + '@' + version).getBytes(StandardCharsets.UTF_8),
        new RecordEncoder<>(Topics.SCORING_MODEL).encode(release));
  }

  /** Removes an installation's topics. */
  void remove(String prefix) {
    try (Admin admin = Admin.create(client())) {
      List<String> topics =
          admin.listTopics().names().get().stream().filter(t -> t.startsWith(prefix)).toList();
      admin.deleteTopics(topics).all().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CliException.failure("interrupted", e);
    } catch (ExecutionException e) {
      throw CliException.failure("topics of " + prefix + " could not be removed", e);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
