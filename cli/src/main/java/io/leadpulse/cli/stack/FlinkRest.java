package io.leadpulse.cli.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.leadpulse.cli.terminal.CliException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Reads Flink's REST API. */
public final class FlinkRest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final URI address;

  /**
   * @param address such as {@code http://127.0.0.1:8081}
   */
  public FlinkRest(URI address) {
    this.address = address;
  }

  /**
   * What is at a path.
   *
   * @throws CliException if Flink does not answer or knows nothing there
   */
  public JsonNode get(String path) {
    URI uri = address.resolve(path);
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(PATIENCE).build();
    try {
      HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw CliException.failure("Flink answers %d to %s".formatted(response.statusCode(), uri));
      }
      return MAPPER.readTree(response.body());
    } catch (IOException e) {
      throw CliException.failure("Flink does not answer at " + uri, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CliException.failure("interrupted", e);
    }
  }
}
