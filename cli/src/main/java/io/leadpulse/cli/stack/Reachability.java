package io.leadpulse.cli.stack;

import io.leadpulse.cli.terminal.CliException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.ClientUtils;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** Whether a Kafka broker answers; Kafka's own clients would try for minutes. */
final class Reachability {
  private static final int CONNECT_MILLIS = 2_000;
  private static final int ANSWER_SECONDS = 5;

  private Reachability() {}

  /**
   * @param whose where the address comes from, for the message
   * @throws CliException if nothing answers there, or what answers is no broker
   */
  static void check(String bootstrap, String whose) {
    checkListening(bootstrap, whose);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      admin.describeCluster().clusterId().get(ANSWER_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw CliException.failure(
          "no Kafka broker answers at %s, the address %s".formatted(bootstrap, whose), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CliException.failure("interrupted", e);
    }
  }

  /**
   * Less than {@link #check}: something takes connections, whatever else it may want of a client.
   */
  static void checkListening(String bootstrap, String whose) {
    if (addresses(bootstrap, whose).stream().noneMatch(Reachability::accepts)) {
      throw CliException.failure(
          "nothing answers at %s, the Kafka address %s".formatted(bootstrap, whose));
    }
  }

  private static List<InetSocketAddress> addresses(String bootstrap, String whose) {
    try {
      return ClientUtils.parseAndValidateAddresses(
          List.of(bootstrap.split(",")), "use_all_dns_ips");
    } catch (KafkaException invalid) {
      throw CliException.failure(
          "%s, the Kafka address %s, is not host:port of a known host".formatted(bootstrap, whose),
          invalid);
    }
  }

  private static boolean accepts(InetSocketAddress address) {
    try (Socket socket = new Socket()) {
      socket.connect(address, CONNECT_MILLIS);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }
}
