package io.leadpulse.jobs.config;

import io.leadpulse.schemas.registry.RegistrySettings;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Checks what the keys of the schema registry say together. */
final class WireChecks {
  private final ConfigValues values;

  WireChecks(ConfigValues values) {
    this.values = values;
  }

  void check(WireSettings wire) {
    RegistrySettings registry = wire.registry();
    if (registry == null) {
      checkUnused(wire.format());
      return;
    }
    for (String url : registry.urls()) {
      checkAddress(url);
    }
    if (registry.user().isEmpty() != registry.password().isEmpty()) {
      values
          .get(registry.user().isEmpty() ? Keys.REGISTRY_PASSWORD : Keys.REGISTRY_USER)
          .problem(
              "of " + Keys.REGISTRY_USER + " and " + Keys.REGISTRY_PASSWORD + " one is missing",
              "write both or none");
    }
    if (registry.trustStore().isEmpty() && !registry.trustStorePassword().isEmpty()) {
      values
          .get(Keys.REGISTRY_TRUST_STORE_PASSWORD)
          .problem("there is no " + Keys.REGISTRY_TRUST_STORE, "add it or remove the password");
    }
  }

  private void checkUnused(WireFormat format) {
    if (format == WireFormat.CONFLUENT) {
      values
          .get(Keys.WIRE_FORMAT)
          .problem(
              "the Confluent wire format needs a schema registry",
              "add '" + Keys.REGISTRY_URL + "', or write 'single-object'");
    }
    for (String key : Keys.ALL) {
      if (key.startsWith(Keys.REGISTRY + '.') && values.has(key) && !isAddress(key)) {
        values
            .get(key)
            .problem("there is no " + Keys.REGISTRY_URL, "add it or remove '" + key + "'");
      }
    }
  }

  private static boolean isAddress(String key) {
    return key.equals(Keys.REGISTRY_URL);
  }

  private void checkAddress(String url) {
    String problem = problem(url);
    if (problem != null) {
      values
          .get(Keys.REGISTRY_URL)
          .problem(
              Keys.REGISTRY_URL + ' ' + problem,
              "write one such as https://registry:8081, several with commas");
    }
  }

  /** Never with the address itself, which may hold a password. */
  private static @Nullable String problem(String url) {
    try {
      URI uri = new URI(url);
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (!http || uri.getHost() == null) {
        return "is no http or https address";
      }
      if (uri.getUserInfo() != null) {
        return "holds a user; its key is " + Keys.REGISTRY_USER;
      }
      return uri.getQuery() == null && uri.getFragment() == null ? null : "has more than a path";
    } catch (URISyntaxException e) {
      return "is no http or https address";
    }
  }
}
