package io.leadpulse.schemas.registry;

import org.jspecify.annotations.Nullable;

/** A question that a registry did not answer, or refused; the message says what to do. */
public final class RegistryException extends Exception {
  RegistryException(String message) {
    super(message);
  }

  RegistryException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
