package io.leadpulse.cli.stack;

import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.terminal.ExitCode;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.registry.RegistryException;
import io.leadpulse.schemas.registry.RegistrySettings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The schema registry of a stack, and how commands write to it: told by an option and the
 * environment, so that a password never stands on a command line. Its text shows no secrets.
 *
 * @param settings null if there is none
 * @param confluent whether records are written in the Confluent wire format
 */
public record RegistryAccess(@Nullable RegistrySettings settings, boolean confluent) {
  /** No registry: single-object encoding. */
  public static final RegistryAccess NONE = new RegistryAccess(null, false);

  static final String VARIABLE = "LEADPULSE_SCHEMA_REGISTRY";
  static final String WIRE_FORMAT = "LEADPULSE_WIRE_FORMAT";

  /**
   * What an option and the environment say.
   *
   * @param option value of {@code --schema-registry}; null if it was not given
   * @throws CliException if they do not fit together
   */
  static RegistryAccess of(@Nullable String option, Map<String, String> environment) {
    String urls = option == null ? environment.getOrDefault(VARIABLE, "") : option;
    boolean confluent = isConfluent(environment.getOrDefault(WIRE_FORMAT, "single-object"));
    if (urls.isBlank()) {
      if (confluent) {
        throw bad(WIRE_FORMAT + " is confluent; give --schema-registry or " + VARIABLE + " too");
      }
      return NONE;
    }
    List<String> addresses = Arrays.stream(urls.split(",")).map(String::strip).toList();
    addresses.forEach(RegistryAccess::requireHttp);
    return new RegistryAccess(
        new RegistrySettings(
            addresses,
            environment.getOrDefault(VARIABLE + "_USER", ""),
            environment.getOrDefault(VARIABLE + "_PASSWORD", ""),
            environment.getOrDefault(VARIABLE + "_TRUST_STORE", ""),
            environment.getOrDefault(VARIABLE + "_TRUST_STORE_PASSWORD", ""),
            RegistrySettings.DEFAULT_TIMEOUT,
            /* autoRegister= */ false),
        confluent);
  }

  private static boolean isConfluent(String format) {
    return switch (format) {
      case "confluent" -> true;
      case "single-object" -> false;
      default -> throw bad(WIRE_FORMAT + " is neither single-object nor confluent");
    };
  }

  private static void requireHttp(String address) {
    if (!address.matches("https?://[^@\\s/?#]+(/[^@\\s?#]*)?")) {
      throw bad(
          "the schema registry's address is none such as https://registry:8081; user and password"
              + " go into "
              + VARIABLE
              + "_USER and _PASSWORD");
    }
  }

  private static CliException bad(String message) {
    return new CliException(ExitCode.USAGE, message);
  }

  /**
   * The format for a command that reads.
   *
   * @throws CliException if the trust store cannot be used
   */
  public RecordFormat reading(String topicPrefix) {
    return open(topicPrefix, List.of());
  }

  /**
   * The format for a command that reads and writes.
   *
   * @throws CliException if the registry does not answer or lacks a schema that is to be written
   */
  public RecordFormat writing(String topicPrefix, List<? extends Subject<?>> subjects) {
    return open(topicPrefix, confluent ? subjects : List.of());
  }

  private RecordFormat open(String topicPrefix, List<? extends Subject<?>> written) {
    if (settings == null) {
      return RecordFormat.singleObject();
    }
    try {
      return RecordFormat.open(settings, topicPrefix, List.of(), written);
    } catch (RegistryException e) {
      throw CliException.failure(String.valueOf(e.getMessage()), e);
    }
  }
}
