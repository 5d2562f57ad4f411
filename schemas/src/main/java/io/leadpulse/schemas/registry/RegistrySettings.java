package io.leadpulse.schemas.registry;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * How to reach a schema registry. Its text shows no secrets.
 *
 * @param urls base addresses of one registry, such as {@code https://registry:8081}; asked in turn
 *     until one answers
 * @param user of basic authentication; empty for none
 * @param trustStore file with the certificates to trust, PKCS12 or JKS; empty for the JDK's own
 * @param timeout of one question, its repetitions included
 * @param autoRegister whether a schema that is written and not there may be put there
 */
public record RegistrySettings(
    List<String> urls,
    String user,
    String password,
    String trustStore,
    String trustStorePassword,
    Duration timeout,
    boolean autoRegister)
    implements Serializable {
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

  public RegistrySettings {
    urls = urls.stream().map(RegistrySettings::withoutSlash).toList();
    if (urls.isEmpty()) {
      throw new IllegalArgumentException("a registry has at least one address");
    }
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("the timeout must be over 0, is " + timeout);
    }
  }

  private static String withoutSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  @Override
  public String toString() {
    return "RegistrySettings[urls=%s, user=%s, trustStore=%s, timeout=%s, autoRegister=%s]"
        .formatted(urls, user.isEmpty() ? "" : "***", trustStore, timeout, autoRegister);
  }
}
