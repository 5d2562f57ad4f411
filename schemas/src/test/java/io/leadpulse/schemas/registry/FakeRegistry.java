package io.leadpulse.schemas.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The Confluent REST API in memory, over real sockets, with faults on demand. */
final class FakeRegistry implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NO_SUBJECT = "{\"error_code\":40401,\"message\":\"no subject\"}";
  private static final String NO_SCHEMA = "{\"error_code\":40403,\"message\":\"no schema\"}";

  /** What a request gets instead of an answer. */
  interface Fault {
    void answer(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final String scheme;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> schemas = new ArrayList<>();
  private final Map<String, List<Integer>> subjects = new LinkedHashMap<>();
  private final Deque<Fault> faults = new ArrayDeque<>();
  private final List<String> requests = new ArrayList<>();
  private @Nullable Fault lasting;

  private FakeRegistry(HttpServer server, String scheme) {
    this.server = server;
    this.scheme = scheme;
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  static FakeRegistry start() throws IOException {
    return new FakeRegistry(HttpServer.create(anyPort(), 0), "http");
  }

  static FakeRegistry start(SSLContext tls) throws IOException {
    HttpsServer server = HttpsServer.create(anyPort(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    return new FakeRegistry(server, "https");
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  String url() {
    return scheme + "://localhost:" + server.getAddress().getPort();
  }

  synchronized int put(String subject, String schema) {
    int id = schemas.indexOf(schema) + 1;
    if (id == 0) {
      schemas.add(schema);
      id = schemas.size();
    }
    List<Integer> versions = subjects.computeIfAbsent(subject, name -> new ArrayList<>());
    if (!versions.contains(id)) {
      versions.add(id);
    }
    return id;
  }

  /** Next requests meet these faults, one each. */
  synchronized void next(Fault... next) {
    faults.addAll(List.of(next));
  }

  /** From now on all requests meet this fault; null ends it. */
  synchronized void always(@Nullable Fault fault) {
    lasting = fault;
  }

  synchronized List<String> requests() {
    return List.copyOf(requests);
  }

  static Fault status(int status, String body) {
    return exchange -> send(exchange, status, body);
  }

  private void handle(HttpExchange exchange) throws IOException {
    Fault fault;
    synchronized (this) {
      requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
      fault = faults.isEmpty() ? lasting : faults.remove();
    }
    if (fault == null) {
      answer(exchange);
    } else {
      fault.answer(exchange);
    }
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getRawPath().substring(1).split("/");
    boolean post = exchange.getRequestMethod().equals("POST");
    if (path[0].equals("schemas")) {
      int id = Integer.parseInt(path[2]);
      boolean known = id > 0 && id <= schemas.size();
      send(exchange, known ? 200 : 404, known ? schema(id, 0) : NO_SCHEMA);
      return;
    }
    String subject = URLDecoder.decode(path[1], StandardCharsets.UTF_8);
    List<Integer> versions = subjects.get(subject);
    if (post) {
      JsonNode body = JSON.readTree(exchange.getRequestBody());
      String schema = body.path("schema").asText();
      int id = path.length == 3 ? put(subject, schema) : schemas.indexOf(schema) + 1;
      boolean there = id > 0 && subjects.getOrDefault(subject, List.of()).contains(id);
      send(exchange, there ? 200 : 404, there ? "{\"id\":" + id + "}" : NO_SCHEMA);
    } else if (versions == null) {
      send(exchange, 404, NO_SUBJECT);
    } else if (path.length == 3) {
      List<Integer> numbers = new ArrayList<>();
      versions.forEach(id -> numbers.add(numbers.size() + 1));
      send(exchange, 200, numbers.toString());
    } else {
      int version = Integer.parseInt(path[3]);
      send(exchange, 200, schema(versions.get(version - 1), version));
    }
  }

  private String schema(int id, int version) {
    return JSON.createObjectNode()
        .put("id", id)
        .put("version", version)
        .put("schema", schemas.get(id - 1))
        .toString();
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
