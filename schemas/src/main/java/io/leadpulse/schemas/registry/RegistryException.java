package io.leadpulse.schemas.registry;

/** A question that a registry did not answer, or refused; the message says what to do. */
public final class RegistryException extends Exception {
  RegistryException(String message) {
    super(message);
  }

  RegistryException(String message, Throwable cause) {
    super(message, cause);
  }
}
