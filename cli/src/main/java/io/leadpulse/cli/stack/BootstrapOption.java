package io.leadpulse.cli.stack;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The {@code --bootstrap-server} option and that of its schema registry, for {@code @Mixin}. */
public final class BootstrapOption {
  @Option(
      names = "--bootstrap-server",
      paramLabel = "HOST:PORT",
      description =
          "Kafka of the stack; else LEADPULSE_BOOTSTRAP (its topics begin with"
              + " LEADPULSE_TOPIC_PREFIX, by default 'leadpulse.'); else the stack that `up` or"
              + " `demo` runs here.")
  private @Nullable String address;

  @Mixin private RegistryOption registry = new RegistryOption();

  /** The stack that is meant; it answered just now. */
  public Connection locate() {
    RegistryAccess access = registry.access();
    return StackLocator.locate(address).with(access);
  }
}
