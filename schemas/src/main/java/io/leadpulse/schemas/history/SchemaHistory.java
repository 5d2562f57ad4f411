package io.leadpulse.schemas.history;

import io.leadpulse.schemas.Subject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Every released schema of one subject. Without it a record that was written before the newest
 * release could not be read.
 *
 * @param subject name of the subject
 * @param versions the schemas, oldest first; version 1 is the first; at least one
 */
public record SchemaHistory(String subject, List<Schema> versions) {

  public SchemaHistory {
    versions = List.copyOf(versions);
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("No schema of " + subject + " was ever released");
    }
  }

  /**
   * The history that is packed with this module, under {@code history/<subject>/<version>.avsc}.
   */
  public static SchemaHistory of(Subject<?> subject) {
    List<Schema> versions = new ArrayList<>();
    Schema next = load(subject, 1);
    while (next != null) {
      versions.add(next);
      next = load(subject, versions.size() + 1);
    }
    return new SchemaHistory(subject.name(), versions);
  }

  /** The schema that is written today. */
  public Schema newest() {
    return versions.get(versions.size() - 1);
  }

  private static @Nullable Schema load(Subject<?> subject, int version) {
    String path = "/history/" + subject.name() + "/" + version + ".avsc";
    try (InputStream in = SchemaHistory.class.getResourceAsStream(path)) {
      return in == null ? null : new Schema.Parser().parse(in);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }
}
