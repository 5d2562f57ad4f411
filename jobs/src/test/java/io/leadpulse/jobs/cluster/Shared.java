package io.leadpulse.jobs.cluster;

import java.io.Serializable;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A value that a test shares with the tasks of its job, which run in the same JVM. Only its name is
 * sent to them.
 */
public final class Shared<T> implements Serializable {
  private static final Map<String, Object> VALUES = new ConcurrentHashMap<>();

  private final String name = UUID.randomUUID().toString();

  public Shared(T value) {
    VALUES.put(name, value);
  }

  @SuppressWarnings("unchecked") // Put there by the constructor.
  public T get() {
    return (T) VALUES.get(name);
  }
}
