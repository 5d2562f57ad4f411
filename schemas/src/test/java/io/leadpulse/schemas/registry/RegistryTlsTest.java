package io.leadpulse.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client against a registry with a certificate that it signed itself. */
class RegistryTlsTest {
  private static final String PASSWORD = "changeit";

  @TempDir private static Path folder;
  private static Path keys;
  private static FakeRegistry registry;

  @BeforeAll
  static void start() throws Exception {
    keys = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                keys.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertThat(keytool.waitFor()).isZero();
    registry = FakeRegistry.start(serverTls());
    registry.put("s", "\"long\"");
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  @Test
  void aTrustedCertificateIsTaken() throws Exception {
    RegistrySettings settings = settings(keys.toString(), PASSWORD);
    RegistryClient client = RecordFormat.client(settings, RecordFormat.trust(settings));
    assertThat(client.byId(1)).contains(new Registered(1, "\"long\""));
  }

  @Test
  void anUnknownCertificateIsRefusedAtOnce() throws Exception {
    RegistrySettings settings = settings("", "");
    assertThatThrownBy(() -> RecordFormat.client(settings, RecordFormat.trust(settings)).byId(1))
        .isInstanceOf(RegistryException.class)
        .hasMessageContainingAll("is not trusted", "fix: name a trust store");
  }

  @Test
  void aTrustStoreThatCannotBeOpenedIsAProblemAtTheStart() throws Exception {
    Path text = Files.writeString(folder.resolve("text.p12"), "no key store");
    for (RegistrySettings settings :
        List.of(
            settings(keys.toString(), "wrong"),
            settings(text.toString(), PASSWORD),
            settings(folder.resolve("none").toString(), PASSWORD))) {
      assertThatThrownBy(() -> RecordFormat.trust(settings))
          .isInstanceOf(RegistryException.class)
          .hasMessageContainingAll(settings.trustStore(), "fix:")
          .hasMessageNotContaining("wrong,");
    }
  }

  private static SSLContext serverTls() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private static RegistrySettings settings(String trustStore, String password) {
    return new RegistrySettings(
        List.of(registry.url()), "", "", trustStore, password, Duration.ofSeconds(5), false);
  }
}
