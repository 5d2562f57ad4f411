package io.leadpulse.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.leadpulse.cli.terminal.CliException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerITCase {
  private static final TopicPlan PLAN = TopicPlan.read(new Home(Path.of("..")));
  private static final TopicPartition MODELS = new TopicPartition("x.scoring-model.v1", 0);

  @TempDir private Path folder;

  @Test
  void keepsItsRecordsOverARestartAndForgetsNoSetting() throws Exception {
    String first;
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder);
        Admin admin = admin(broker)) {
      first = broker.bootstrap();
      PLAN.createMissing(admin, "x.");
      send(broker);
      assertThat(transactionVersion(admin)).isEqualTo((short) 2);
    }
    assertThatExceptionOfType(CliException.class)
        .isThrownBy(() -> Reachability.check(first, "of this test"));
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder);
        Admin admin = admin(broker)) {
      PLAN.createMissing(admin, "x.");
      assertThat(end(admin)).isEqualTo(1);
      assertThat(setting(admin, "max.message.bytes")).isEqualTo("2097152");
    }
  }

  private static Admin admin(EmbeddedBroker broker) {
    return Admin.create(Map.of("bootstrap.servers", broker.bootstrap()));
  }

  /** A record of the greatest size that the plan allows, which is beyond Kafka's default. */
  private static void send(EmbeddedBroker broker) throws Exception {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", broker.bootstrap(), "max.request.size", 4 << 20);
    ByteArraySerializer bytes = new ByteArraySerializer();
    try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(settings, bytes, bytes)) {
      producer.send(new ProducerRecord<>(MODELS.topic(), new byte[8], new byte[2_097_000])).get();
    }
  }

  private static long end(Admin admin) throws Exception {
    return admin
        .listOffsets(Map.of(MODELS, OffsetSpec.latest()))
        .partitionResult(MODELS)
        .get()
        .offset();
  }

  private static String setting(Admin admin, String name) throws Exception {
    ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, MODELS.topic());
    return admin.describeConfigs(List.of(topic)).all().get().get(topic).get(name).value();
  }

  private static short transactionVersion(Admin admin) throws Exception {
    return admin
        .describeFeatures()
        .featureMetadata()
        .get()
        .finalizedFeatures()
        .get("transaction.version")
        .maxVersionLevel();
  }
}
