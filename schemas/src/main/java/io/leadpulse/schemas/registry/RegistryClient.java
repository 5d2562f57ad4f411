package io.leadpulse.schemas.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.leadpulse.schemas.registry.RegistryHttp.Answer;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The Confluent REST API of a schema registry, as far as it is needed here. */
final class RegistryClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int NO_SUBJECT = 40401;
  private static final int NO_SCHEMA = 40403;
  private static final int LONGEST_MESSAGE = 300;

  private final RegistryHttp http;

  RegistryClient(RegistrySettings settings, @Nullable SSLContext tls, Waiting waiting) {
    http = new RegistryHttp(settings, tls, waiting);
  }

  /** The schema of an id; empty if the registry says that it has none. */
  Optional<Registered> byId(int id) throws RegistryException {
    Answer answer = http.get("/schemas/ids/" + id);
    Optional<JsonNode> node = found(answer);
    return node.isEmpty() ? Optional.empty() : Optional.of(registered(id, node.get(), answer));
  }

  /** The versions of a subject, ascending; none if there is no such subject. */
  List<Integer> versions(String subject) throws RegistryException {
    List<Integer> versions = new ArrayList<>();
    found(http.get(path(subject) + "/versions"))
        .ifPresent(node -> node.forEach(version -> versions.add(version.asInt())));
    return versions;
  }

  Optional<Registered> version(String subject, int version) throws RegistryException {
    Answer answer = http.get(path(subject) + "/versions/" + version);
    Optional<JsonNode> node = found(answer);
    return node.isEmpty()
        ? Optional.empty()
        : Optional.of(registered(id(node.get(), answer), node.get(), answer));
  }

  /** The id of a schema under a subject; empty if it is not there. */
  Optional<Integer> lookup(String subject, String schema) throws RegistryException {
    Answer answer = http.post(path(subject), body(schema));
    Optional<JsonNode> node = found(answer);
    return node.isEmpty() ? Optional.empty() : Optional.of(id(node.get(), answer));
  }

  /**
   * Puts a schema under a subject, unless it is there.
   *
   * @return its id
   * @throws RegistryException also if the registry's rule of compatibility forbids it
   */
  int register(String subject, String schema) throws RegistryException {
    Answer answer = http.post(path(subject) + "/versions", body(schema));
    if (answer.status() == CONFLICT) {
      throw new RegistryException(
          "the schema registry refuses the schema of %s as incompatible: %s; fix: look at what is under that subject, it is not ours"
              .formatted(subject, message(answer)));
    }
    return id(found(answer).orElseThrow(() -> refused(answer)), answer);
  }

  /** What a proxy or a page of health answers with 200 must not pass for a schema. */
  private static Registered registered(int id, JsonNode node, Answer answer)
      throws RegistryException {
    JsonNode schema = node.path("schema");
    if (!schema.isTextual()) {
      throw noRegistry(answer, null);
    }
    String type = node.path("schemaType").asText("AVRO");
    return new Registered(id, type.equals("AVRO") ? schema.asText() : "");
  }

  private static int id(JsonNode node, Answer answer) throws RegistryException {
    JsonNode id = node.path("id");
    if (!id.isInt() || id.asInt() <= 0) {
      throw noRegistry(answer, null);
    }
    return id.asInt();
  }

  /** Empty only if the registry itself says so: a proxy's 404 says nothing about schemas. */
  private static Optional<JsonNode> found(Answer answer) throws RegistryException {
    if (answer.status() == OK) {
      return Optional.of(json(answer));
    }
    if (answer.status() == NOT_FOUND) {
      int code = json(answer).path("error_code").asInt();
      if (code == NO_SUBJECT || code == NO_SCHEMA) {
        return Optional.empty();
      }
    }
    throw refused(answer);
  }

  private static RegistryException refused(Answer answer) {
    String fix =
        switch (answer.status()) {
          case UNAUTHORIZED, FORBIDDEN -> "check the user, the password and what the user may do";
          case NOT_FOUND -> "name the base address of a Confluent-compatible API";
          default -> "look at its log";
        };
    return new RegistryException(
        "the schema registry at %s answers with status %d: %s; fix: %s"
            .formatted(answer.url(), answer.status(), message(answer), fix));
  }

  private static JsonNode json(Answer answer) throws RegistryException {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw noRegistry(answer, e);
    }
  }

  private static RegistryException noRegistry(Answer answer, @Nullable IOException cause) {
    return new RegistryException(
        "what answers at %s is no schema registry; fix: name the base address of a Confluent-compatible API"
            .formatted(answer.url()),
        cause);
  }

  private static String message(Answer answer) {
    String text = new String(answer.body(), StandardCharsets.UTF_8);
    try {
      text = JSON.readTree(answer.body()).path("message").asText(text);
    } catch (IOException e) {
      // It is shown as it is.
    }
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE);
  }

  private static String path(String subject) {
    return "/subjects/" + URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String body(String schema) {
    return JSON.createObjectNode().put("schema", schema).toString();
  }
}
