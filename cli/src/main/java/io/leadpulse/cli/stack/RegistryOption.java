package io.leadpulse.cli.stack;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The {@code --schema-registry} option, for {@code @Mixin}. */
public final class RegistryOption {
  @Option(
      names = "--schema-registry",
      paramLabel = "URL",
      description =
          "Confluent-compatible registry of the stack, several addresses with commas; else"
              + " LEADPULSE_SCHEMA_REGISTRY, else none. LEADPULSE_SCHEMA_REGISTRY_USER, _PASSWORD,"
              + " _TRUST_STORE and _TRUST_STORE_PASSWORD go with it. What is sent has the Confluent"
              + " wire format if LEADPULSE_WIRE_FORMAT is 'confluent'.")
  private @Nullable String url;

  /** The registry that is meant; nobody asked yet whether it is there. */
  public RegistryAccess access() {
    return RegistryAccess.of(url, System.getenv());
  }
}
