package io.leadpulse.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.leadpulse.cli.Invocation;
import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.terminal.ExitCode;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.registry.RegistrySettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryAccessTest {
  @Test
  void withoutAWordThereIsNone() {
    assertThat(RegistryAccess.of(null, Map.of())).isEqualTo(RegistryAccess.NONE);
  }

  @Test
  void theOptionGoesBeforeTheVariableAndPasswordsComeFromTheEnvironment() {
    RegistryAccess access =
        RegistryAccess.of(
            "https://one:8081, http://two/api/",
            Map.of(
                "LEADPULSE_SCHEMA_REGISTRY", "http://three",
                "LEADPULSE_SCHEMA_REGISTRY_USER", "me",
                "LEADPULSE_SCHEMA_REGISTRY_PASSWORD", "s3cret",
                "LEADPULSE_SCHEMA_REGISTRY_TRUST_STORE", "/etc/trust.p12",
                "LEADPULSE_SCHEMA_REGISTRY_TRUST_STORE_PASSWORD", "changeit",
                "LEADPULSE_WIRE_FORMAT", "confluent"));
    assertThat(access)
        .isEqualTo(
            new RegistryAccess(
                new RegistrySettings(
                    List.of("https://one:8081", "http://two/api"),
                    "me",
                    "s3cret",
                    "/etc/trust.p12",
                    "changeit",
                    RegistrySettings.DEFAULT_TIMEOUT,
                    false),
                true));
    assertThat(access.toString()).contains("one:8081").doesNotContain("s3cret", "changeit");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"registry:8081", "ftp://a", "http://me:s3cret@a", "http://a?b=c", "http:// "})
  void anAddressThatIsNoneIsRefusedUnshown(String address) {
    assertThatExceptionOfType(CliException.class)
        .isThrownBy(() -> RegistryAccess.of(address, Map.of()))
        .withMessageContaining("https://registry:8081")
        .withMessageNotContaining("s3cret")
        .extracting(CliException::exitCode)
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void theConfluentFormatNeedsARegistry() {
    assertThatExceptionOfType(CliException.class)
        .isThrownBy(() -> RegistryAccess.of(null, Map.of("LEADPULSE_WIRE_FORMAT", "confluent")))
        .withMessageContaining("LEADPULSE_SCHEMA_REGISTRY");
    assertThatExceptionOfType(CliException.class)
        .isThrownBy(() -> RegistryAccess.of(null, Map.of("LEADPULSE_WIRE_FORMAT", "avro")))
        .withMessageContaining("neither");
  }

  @Test
  void readersAskNobodyAndWritersAreRefusedByWhatIsNoRegistry() throws Exception {
    withAnotherServer(
        url -> {
          RegistryAccess access =
              RegistryAccess.of(url, Map.of("LEADPULSE_WIRE_FORMAT", "confluent"));
          assertThat(access.reading("acme.")).isNotNull();
          assertThatExceptionOfType(CliException.class)
              .isThrownBy(() -> access.writing("acme.", Topics.SUBJECTS))
              .withMessageContaining("is no schema registry")
              .extracting(CliException::exitCode)
              .isEqualTo(ExitCode.FAILURE);
        });
  }

  @Test
  void registeringNeedsARegistry() throws Exception {
    Invocation none = Invocation.of("schemas", "register", "--schema-registry", "");
    assertThat(none.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(none.err()).contains("--schema-registry");
    withAnotherServer(
        url -> {
          Invocation other = Invocation.of("schemas", "register", "--schema-registry", url);
          assertThat(other.exitCode()).isEqualTo(ExitCode.FAILURE);
          assertThat(other.err()).contains("is no schema registry", "fix:");
          assertThat(other.out()).isEmpty();
        });
  }

  /** One that knows nothing and says so at once. */
  private static void withAnotherServer(Consumer<String> test) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    try {
      test.accept("http://localhost:" + server.getAddress().getPort());
    } finally {
      server.stop(0);
    }
  }
}
