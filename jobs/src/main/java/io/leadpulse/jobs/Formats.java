package io.leadpulse.jobs;

import io.leadpulse.jobs.config.JobConfig;
import io.leadpulse.jobs.config.WireFormat;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.registry.RegistryException;
import io.leadpulse.schemas.registry.RegistrySettings;
import java.util.List;

/** The format of a job's records. */
final class Formats {
  private Formats() {}

  /**
   * As the schema registry has it now, if there is one.
   *
   * @throws RegistryException if it does not answer or lacks a schema that is to be written
   */
  static RecordFormat of(JobConfig config, List<Subject<?>> read, List<Subject<?>> written)
      throws RegistryException {
    RegistrySettings registry = config.wire().registry();
    return registry == null
        ? RecordFormat.singleObject()
        : RecordFormat.open(
            registry,
            config.kafka().topicPrefix(),
            read,
            config.wire().format() == WireFormat.CONFLUENT ? written : List.of());
  }
}
