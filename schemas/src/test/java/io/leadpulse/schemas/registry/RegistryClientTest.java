package io.leadpulse.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client against a registry that has faults. */
class RegistryClientTest {
  private static final String LONG = "\"long\"";
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final FakeWaiting waiting = new FakeWaiting();
  private FakeRegistry registry;
  private RegistryClient client;

  @BeforeEach
  void start() throws IOException {
    registry = FakeRegistry.start();
    client = client(TIMEOUT, registry.url() + "/");
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void aSchemaIsFoundByItsIdAndUnderItsSubject() throws Exception {
    int id = client.register("a b.v1-value", LONG);
    assertThat(client.byId(id)).contains(new Registered(id, LONG));
    assertThat(client.lookup("a b.v1-value", LONG)).contains(id);
    assertThat(client.versions("a b.v1-value")).containsExactly(1);
    assertThat(client.version("a b.v1-value", 1)).contains(new Registered(id, LONG));
  }

  @Test
  void whatIsNotThereIsNoFault() throws Exception {
    assertThat(client.byId(17)).isEmpty();
    assertThat(client.lookup("none-value", LONG)).isEmpty();
    assertThat(client.versions("none-value")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 429})
  void aRegistryInTroubleIsAskedAgain(int status) throws Exception {
    int id = registry.put("s", LONG);
    registry.next(FakeRegistry.status(status, "busy"), FakeRegistry.status(status, "busy"));
    assertThat(client.byId(id)).isPresent();
    assertThat(registry.requests()).hasSize(3);
    assertThat(waiting.pauses()).isEqualTo(2);
  }

  @Test
  void aLostConnectionIsTriedAgain() throws Exception {
    int id = registry.put("s", LONG);
    registry.next(exchange -> exchange.close());
    assertThat(client.byId(id)).isPresent();
  }

  @Test
  void nobodyThereIsToldAfterTheTimeIsUp() throws Exception {
    String nowhere = nowhere();
    assertThatThrownBy(() -> client(TIMEOUT, nowhere).byId(1))
        .isInstanceOf(RegistryException.class)
        .hasMessageContainingAll("does not answer within 5000 ms", nowhere, "fix:");
    assertThat(waiting.pauses()).isBetween(5, 20);
  }

  @Test
  void anotherAddressAnswersForOneThatIsGone() throws Exception {
    int id = registry.put("s", LONG);
    RegistryClient both = client(TIMEOUT, nowhere(), registry.url());
    assertThat(both.byId(id)).isPresent();
    assertThat(both.byId(id)).isPresent();
    assertThat(waiting.pauses()).as("the one that answered is kept").isEqualTo(1);
  }

  @Test
  void anAnswerThatNeverEndsIsGivenUp() throws Exception {
    int id = registry.put("s", LONG);
    CountDownLatch end = new CountDownLatch(1);
    registry.next(
        exchange -> {
          exchange.sendResponseHeaders(200, 1_000);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          awaitQuietly(end);
          exchange.close();
        });
    assertThat(client(Duration.ofMillis(900), registry.url()).byId(id)).isPresent();
    end.countDown();
  }

  @Test
  void anAnswerOfAnotherServerIsNoAnswerAboutSchemas() {
    registry.next(FakeRegistry.status(404, "<html>not found</html>"));
    assertThatThrownBy(() -> client.byId(1)).hasMessageContaining("is no schema registry");
    registry.next(FakeRegistry.status(404, "{\"message\":\"no route\"}"));
    assertThatThrownBy(() -> client.byId(1))
        .hasMessageContainingAll("no route", "name the base address");
    registry.next(FakeRegistry.status(200, "hello"));
    assertThatThrownBy(() -> client.byId(1)).hasMessageContaining("is no schema registry");
  }

  @Test
  void anIncompatibleSchemaIsToldAndNotTriedAgain() {
    registry.next(FakeRegistry.status(409, "{\"error_code\":409,\"message\":\"field x\"}"));
    assertThatThrownBy(() -> client.register("s", LONG))
        .hasMessageContainingAll("as incompatible", "field x");
    assertThat(registry.requests()).hasSize(1);
  }

  @Test
  void userAndPasswordAreSentAndNeverShown() throws Exception {
    String expected = Base64.getEncoder().encodeToString("me:s3cret".getBytes());
    int id = registry.put("s", LONG);
    registry.always(
        exchange -> {
          boolean right =
              ("Basic " + expected).equals(exchange.getRequestHeaders().getFirst("Authorization"));
          FakeRegistry.status(
                  right ? 200 : 401,
                  right ? "{\"schema\":\"x\"}" : "{\"error_code\":40101,\"message\":\"who?\"}")
              .answer(exchange);
        });
    RegistrySettings settings = settings(TIMEOUT, "me", "s3cret", registry.url());
    assertThat(new RegistryClient(settings, null, waiting).byId(id)).isPresent();
    assertThat(settings.toString()).doesNotContain("s3cret", "me:", "user=me");
    assertThatThrownBy(() -> client.byId(id))
        .hasMessageContainingAll("status 401", "who?", "fix: check the user");
  }

  private RegistryClient client(Duration timeout, String... urls) {
    return new RegistryClient(settings(timeout, "", "", urls), null, waiting);
  }

  private static RegistrySettings settings(
      Duration timeout, String user, String password, String... urls) {
    return new RegistrySettings(List.of(urls), user, password, "", "", timeout, false);
  }

  /** An address that was free a moment ago. */
  private static String nowhere() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "http://localhost:" + socket.getLocalPort();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
