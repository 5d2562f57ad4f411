package io.leadpulse.schemas.registry;

import io.leadpulse.schemas.wire.Cause;
import io.leadpulse.schemas.wire.Refusal;
import io.leadpulse.schemas.wire.SchemasById;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a registry said about ids. A schema is remembered for ever, for an id never changes its
 * meaning; that an id is unknown, for a minute. While the registry does not answer it is left alone
 * for a while, so that records of known schemas do not wait behind those of unknown ones.
 */
final class SchemaCache implements SchemasById {
  static final int MOST_SCHEMAS = 1_000;

  /** While so many are unknown no other id is asked for: random bytes name a new one each time. */
  static final int MOST_UNKNOWN = 100;

  static final long UNKNOWN_FOR = TimeUnit.SECONDS.toNanos(60);
  static final long LEFT_ALONE_FOR = TimeUnit.SECONDS.toNanos(30);

  /** Of a minute, what asking a slow registry may take from the records that need no asking. */
  static final long MOST_SPENT = TimeUnit.SECONDS.toNanos(5);

  /** Asks a registry. */
  interface Source {
    Optional<Registered> byId(int id) throws RegistryException;
  }

  private final Source source;
  private final Waiting waiting;
  private final Map<Integer, Entry> known = new LinkedHashMap<>(16, 0.75f, true);

  /** When each id may be asked for again, soonest first. */
  private final Map<Integer, Long> unknown = new LinkedHashMap<>();

  private @Nullable String outage;
  private long outageUntil;
  private long spentSince;
  private long spent;

  /**
   * @param start schemas that are known already
   */
  SchemaCache(Source source, Map<Integer, String> start, Waiting waiting) {
    this.source = source;
    this.waiting = waiting;
    start.forEach((id, text) -> known.put(id, entry(id, text)));
  }

  @Override
  public synchronized Schema schema(int id) throws Refusal {
    Entry entry = known.get(id);
    if (entry == null) {
      entry = ask(id);
      known.put(id, entry);
      forget();
    }
    if (entry.schema() == null) {
      throw new Refusal(Cause.INCOMPATIBLE_SCHEMA, entry.problem());
    }
    return entry.schema();
  }

  private Entry ask(int id) throws Refusal {
    long now = waiting.nanoTime();
    unknown.values().removeIf(until -> now - until >= 0);
    if (unknown.containsKey(id)) {
      throw notThere(id);
    }
    if (unknown.size() >= MOST_UNKNOWN) {
      throw unavailable(id, "not asked for: too many unknown ids within a minute");
    }
    if (spent >= MOST_SPENT && now - spentSince < UNKNOWN_FOR) {
      throw unavailable(id, "not asked for: the registry is slow");
    }
    if (outage != null && now - outageUntil < 0) {
      throw unavailable(id, outage);
    }
    try {
      Optional<Registered> found = source.byId(id);
      outage = null;
      spend(now);
      if (found.isEmpty()) {
        unknown.put(id, waiting.nanoTime() + UNKNOWN_FOR);
        throw notThere(id);
      }
      return entry(id, found.get().text());
    } catch (RegistryException e) {
      outage = String.valueOf(e.getMessage());
      outageUntil = waiting.nanoTime() + LEFT_ALONE_FOR;
      throw unavailable(id, outage);
    }
  }

  /** Notes the time that an answer took, within the minute that began with the first of them. */
  private void spend(long since) {
    long now = waiting.nanoTime();
    if (now - spentSince >= UNKNOWN_FOR) {
      spentSince = since;
      spent = 0;
    }
    spent += now - since;
  }

  private void forget() {
    Iterator<Integer> leastUsed = known.keySet().iterator();
    while (known.size() > MOST_SCHEMAS) {
      leastUsed.next();
      leastUsed.remove();
    }
  }

  private static Entry entry(int id, String text) {
    if (text.isEmpty()) {
      return new Entry(null, "schema id " + id + " is no Avro schema");
    }
    try {
      return new Entry(new Schema.Parser().parse(text), "");
    } catch (RuntimeException e) {
      // Avro has more than one for what it cannot take.
      return new Entry(
          null, "schema id " + id + " is no Avro schema that stands alone: " + e.getMessage());
    }
  }

  private static Refusal notThere(int id) {
    return new Refusal(Cause.UNKNOWN_SCHEMA, "schema id " + id + ": the registry has none");
  }

  private static Refusal unavailable(int id, String why) {
    return new Refusal(Cause.SCHEMA_UNAVAILABLE, "schema id " + id + ": " + why);
  }

  /**
   * A schema, or why what is there cannot be one.
   *
   * @param schema null if it is none
   */
  private record Entry(@Nullable Schema schema, String problem) {}
}
