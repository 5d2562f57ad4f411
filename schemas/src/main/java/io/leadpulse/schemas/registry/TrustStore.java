package io.leadpulse.schemas.registry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The certificates that a registry's one must go back to, taken along to tasks on machines where
 * their file is not.
 */
final class TrustStore implements Serializable {
  private final byte[] content;
  private final String password;

  private TrustStore(byte[] content, String password) {
    this.content = content;
    this.password = password;
  }

  /**
   * @throws RegistryException if the file is no key store that the password opens
   */
  static TrustStore read(String file, String password) throws RegistryException {
    try {
      TrustStore store = new TrustStore(Files.readAllBytes(Path.of(file)), password);
      store.context();
      return store;
    } catch (IOException | InvalidPathException | GeneralSecurityException e) {
      throw new RegistryException(
          "the trust store %s cannot be read: %s; fix: name a PKCS12 or JKS file and its password"
              .formatted(file, e.getMessage()),
          e);
    }
  }

  SSLContext context() throws IOException, GeneralSecurityException {
    // Whatever the default type is, the JDK tells JKS and PKCS12 apart by their content.
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = new ByteArrayInputStream(content)) {
      store.load(in, password.toCharArray());
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
