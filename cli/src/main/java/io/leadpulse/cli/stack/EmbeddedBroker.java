package io.leadpulse.cli.stack;

import io.leadpulse.cli.terminal.CliException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real Kafka broker and controller in this process, on loopback ports that were free. Over the
 * same folder it starts again with what it held.
 */
public final class EmbeddedBroker implements AutoCloseable {
  private static final int NODE_ID = 1;
  private static final String CONTROLLER = "CONTROLLER";
  private static final String LOOPBACK = "127.0.0.1";

  private final KafkaRaftServer server;
  private final String bootstrap;

  private EmbeddedBroker(KafkaRaftServer server, String bootstrap) {
    this.server = server;
    this.bootstrap = bootstrap;
  }

  /**
   * Starts one and returns once it is up, usually within 5 s.
   *
   * @param folder for its data; made if it is not there
   */
  public static EmbeddedBroker start(Path folder) {
    try {
      return startOver(folder);
    } catch (IOException | RuntimeException e) {
      throw CliException.failure(
          "the broker over %s did not start: %s".formatted(folder, e.getMessage()), e);
    }
  }

  /**
   * Starts one on ports that the caller chose, so that it is found again after a restart.
   *
   * @param more settings of Kafka that take the place of ours
   */
  public static EmbeddedBroker start(
      Path folder, int brokerPort, int controllerPort, Map<String, String> more) {
    try {
      return startOver(folder, brokerPort, controllerPort, more);
    } catch (IOException | RuntimeException e) {
      throw CliException.failure(
          "the broker over %s did not start: %s".formatted(folder, e.getMessage()), e);
    }
  }

  private static EmbeddedBroker startOver(Path folder) throws IOException {
    int brokerPort;
    int controllerPort;
    // Both held open before either is given back, so that they differ.
    try (ServerSocket broker = freePort();
        ServerSocket controller = freePort()) {
      brokerPort = broker.getLocalPort();
      controllerPort = controller.getLocalPort();
    }
    return startOver(folder, brokerPort, controllerPort, Map.of());
  }

  private static EmbeddedBroker startOver(
      Path folder, int brokerPort, int controllerPort, Map<String, String> more)
      throws IOException {
    Files.createDirectories(folder);
    if (Files.notExists(folder.resolve("meta.properties"))) {
      format(folder);
    }
    Properties settings = BrokerSettings.of(folder, NODE_ID, LOOPBACK, brokerPort, controllerPort);
    settings.putAll(more);
    KafkaRaftServer server =
        new KafkaRaftServer(KafkaConfig.fromProps(settings, /* doLog= */ false), Time.SYSTEM);
    try {
      server.startup();
    } catch (RuntimeException e) {
      server.shutdown();
      throw e;
    }
    return new EmbeddedBroker(server, LOOPBACK + ":" + brokerPort);
  }

  /** Its address for clients, {@code host:port}. */
  public String bootstrap() {
    return bootstrap;
  }

  /** Stops it; takes less than a second. Its folder may be removed only afterwards. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static ServerSocket freePort() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK));
  }

  private static void format(Path folder) throws IOException {
    try {
      new Formatter()
          .setPrintStream(
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
          .setNodeId(NODE_ID)
          .setClusterId(Uuid.randomUuid().toString())
          .setDirectories(List.of(folder.toString()))
          .setMetadataLogDirectory(folder.toString())
          .setControllerListenerName(CONTROLLER)
          .setReleaseVersion(MetadataVersion.latestProduction())
          // Below 2 a producer that was thought dead can still write into a later transaction.
          .setFeatureLevel("transaction.version", (short) 2)
          .run();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("cannot format " + folder + " for the broker", e);
    }
  }
}
