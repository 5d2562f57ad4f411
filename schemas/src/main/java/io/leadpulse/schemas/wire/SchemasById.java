package io.leadpulse.schemas.wire;

import org.apache.avro.Schema;

/** The schemas of a registry by the ids that it gave them. */
@FunctionalInterface
public interface SchemasById {
  /** Where no registry is configured: every id is refused. */
  SchemasById NONE =
      id -> {
        throw new Refusal(Cause.UNKNOWN_SCHEMA, "schema id " + id + ": no registry is configured");
      };

  /**
   * The schema of an id; the same instance while it is remembered.
   *
   * @throws Refusal if the registry does not know it, could not be asked, or holds no Avro schema
   *     under it
   */
  Schema schema(int id) throws Refusal;
}
