package io.leadpulse.cli.stack;

import java.nio.file.Path;
import java.util.Properties;

/** Kafka's settings for one node that is its whole cluster and has little memory to spare. */
final class BrokerSettings {
  private static final int MEBIBYTE = 1 << 20;

  private BrokerSettings() {}

  static Properties of(Path folder, int nodeId, String host, int brokerPort, int controllerPort) {
    Properties settings = new Properties();
    String broker = "BROKER://" + host + ":" + brokerPort;
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", Integer.toString(nodeId));
    settings.put("listeners", broker + ",CONTROLLER://" + host + ":" + controllerPort);
    settings.put("advertised.listeners", broker);
    settings.put("listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.put("inter.broker.listener.name", "BROKER");
    settings.put("controller.listener.names", "CONTROLLER");
    // Static voters: the port is not in the data, so it may be another at the next start.
    settings.put("controller.quorum.voters", nodeId + "@" + host + ":" + controllerPort);
    settings.put("log.dirs", folder.toString());
    settings.put("auto.create.topics.enable", "false");
    settings.put("num.network.threads", "2");
    settings.put("num.io.threads", "3");
    // The greatest record of any topic in topics.yaml, and some more.
    settings.put("message.max.bytes", Integer.toString(4 * MEBIBYTE));
    // By default 128 MiB of heap
    settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 * MEBIBYTE));
    settings.put("group.initial.rebalance.delay.ms", "0");
    settings.put("transaction.max.timeout.ms", "900000");
    internalTopics(settings);
    return settings;
  }

  /** One replica, and few partitions instead of 50: they are made at the first use, one by one. */
  private static void internalTopics(Properties settings) {
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("offsets.topic.num.partitions", "4");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("transaction.state.log.num.partitions", "4");
    settings.put("share.coordinator.state.topic.replication.factor", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
    settings.put("share.coordinator.state.topic.num.partitions", "1");
  }
}
