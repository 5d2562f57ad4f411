package io.leadpulse.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.leadpulse.cli.terminal.CliException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobMetricsTest {
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private HttpServer server;
  private JobMetrics metrics;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String answer = answers.get(exchange.getRequestURI().toString());
          byte[] body = (answer == null ? "" : answer).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(answer == null ? 404 : 200, 0);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    metrics = new JobMetrics(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "j");
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @Test
  void addsUpWhatEachOperatorDecided() {
    String decode = "decode.leadpulse.source.web-access_v1.dead-lettered";
    String applied = "score.leadpulse.source.web-access_v1.applied";
    String duplicate = "score.leadpulse.source.web-access_v1.duplicate";
    answers.put("/jobs/j", "{'vertices':[{'id':'a'},{'id':'b'},{'id':'c'}]}".replace('\'', '"'));
    vertex("a", decode, decode + "=2");
    vertex(
        "b",
        applied + " " + duplicate + " score.numRecordsIn",
        applied + "=30 " + duplicate + "=4");
    vertex("c", "", "");
    OutcomeTotals totals = metrics.outcomes();
    assertThat(totals.bySource())
        .containsExactly(
            Map.entry(
                "web-access.v1", Map.of("dead-lettered", 2L, "applied", 30L, "duplicate", 4L)));
    assertThat(totals.engagements()).isEqualTo(36);
  }

  @Test
  void saysThatFlinkKnowsNoSuchJob() {
    assertThatExceptionOfType(CliException.class)
        .isThrownBy(metrics::outcomes)
        .withMessageContaining("Flink answers 404 to ");
  }

  /** Names and sums with blanks between. */
  private void vertex(String id, String names, String sums) {
    String path = "/jobs/j/vertices/" + id + "/subtasks/metrics";
    StringBuilder ids = new StringBuilder();
    StringBuilder got = new StringBuilder();
    StringBuilder values = new StringBuilder();
    for (String name : names.split(" ")) {
      ids.append(ids.length() == 0 ? "" : ",").append("{\"id\":\"" + name + "\"}");
    }
    for (String sum : sums.split(" ")) {
      String[] entry = (sum + "=0").split("=");
      got.append(got.length() == 0 ? "" : ",").append(entry[0]);
      values.append(values.length() == 0 ? "" : ",");
      values.append("{\"id\":\"" + entry[0] + "\",\"sum\":" + entry[1] + ".0}");
    }
    answers.put(path, "[" + ids + "]");
    answers.put(path + "?agg=sum&get=" + got, "[" + values + "]");
  }
}
