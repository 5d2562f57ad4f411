package io.leadpulse.schemas.registry;

import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.history.SchemaHistory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/** The contracts of one installation as a registry has them, under {@code <topic>-value|-key}. */
public final class Contracts {
  /** Newest ones of a subject that are taken along; older records are asked for one by one. */
  private static final int MOST_VERSIONS = 20;

  private final RegistryClient client;
  private final String prefix;

  Contracts(RegistryClient client, String prefix) {
    this.client = client;
    this.prefix = prefix;
  }

  /**
   * @param prefix of the installation's topics, with its dot
   * @throws RegistryException if the trust store cannot be used
   */
  public static Contracts of(RegistrySettings registry, String prefix) throws RegistryException {
    return new Contracts(RecordFormat.client(registry, RecordFormat.trust(registry)), prefix);
  }

  /**
   * The id of a contract's newest schema; empty if the registry does not have it.
   *
   * @throws RegistryException if the registry does not answer
   */
  public Optional<Integer> find(Subject<?> subject) throws RegistryException {
    Schema newest = SchemaHistory.of(subject).newest();
    String name = subject.registered(prefix);
    Optional<Integer> same = client.lookup(name, newest.toString());
    return same.isPresent() ? same : findEqual(name, newest);
  }

  /** Registries compare texts, and another tool may have written ours with other blanks. */
  private Optional<Integer> findEqual(String name, Schema wanted) throws RegistryException {
    for (Registered registered : newestVersions(name)) {
      if (isEqual(registered.text(), wanted)) {
        return Optional.of(registered.id());
      }
    }
    return Optional.empty();
  }

  private static boolean isEqual(String text, Schema wanted) {
    try {
      return !text.isEmpty() && new Schema.Parser().parse(text).equals(wanted);
    } catch (AvroRuntimeException e) {
      return false;
    }
  }

  /**
   * Puts a contract's newest schema into the registry.
   *
   * @return its id
   * @throws RegistryException if the registry does not answer or does not take it
   */
  public int register(Subject<?> subject) throws RegistryException {
    return client.register(
        subject.registered(prefix), SchemaHistory.of(subject).newest().toString());
  }

  /** The ids of what is written, by the subjects' own names; missing ones are told all at once. */
  Map<String, Integer> ids(List<? extends Subject<?>> subjects, boolean register)
      throws RegistryException {
    Map<String, Integer> ids = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>();
    for (Subject<?> subject : subjects) {
      Optional<Integer> id = find(subject);
      if (id.isPresent()) {
        ids.put(subject.name(), id.get());
      } else if (register) {
        ids.put(subject.name(), register(subject));
      } else {
        missing.add(subject.registered(prefix));
      }
    }
    if (!missing.isEmpty()) {
      throw new RegistryException(
          "the schema registry lacks our newest schema of %s; fix: run 'leadpulse schemas register', or set 'schema-registry.auto-register: true'"
              .formatted(String.join(", ", missing)));
    }
    return ids;
  }

  /** The newest schemas under all these subjects, as texts by their ids. */
  Map<Integer, String> versions(List<? extends Subject<?>> subjects) throws RegistryException {
    Map<Integer, String> texts = new HashMap<>();
    for (Subject<?> subject : subjects) {
      for (Registered registered : newestVersions(subject.registered(prefix))) {
        texts.put(registered.id(), registered.text());
      }
    }
    return texts;
  }

  private List<Registered> newestVersions(String name) throws RegistryException {
    List<Integer> versions = client.versions(name);
    List<Registered> newest = new ArrayList<>();
    for (int i = versions.size() - 1; i >= Math.max(0, versions.size() - MOST_VERSIONS); i--) {
      client.version(name, versions.get(i)).ifPresent(newest::add);
    }
    return newest;
  }
}
