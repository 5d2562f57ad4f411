package io.leadpulse.cli.stack;

import io.leadpulse.jobs.HandOffJob;
import io.leadpulse.jobs.LeadScoringJob;
import io.leadpulse.jobs.config.BadConfigException;
import io.leadpulse.jobs.config.HandOffConfig;
import io.leadpulse.jobs.config.JobConfig;
import io.leadpulse.jobs.record.HandOffTopic;
import io.leadpulse.jobs.record.SourceTopic;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The jobs that there are, each with a configuration of its own. */
public enum JobForm {
  LEAD_SCORING(LeadScoringJob.NAME, List.of("results", "accounts", "dead-letters")) {
    @Override
    public PlannedJob plan(String name, String text, @Nullable Path folder)
        throws BadConfigException {
      return PlannedJob.scoring(JobConfig.parse(name, text));
    }

    @Override
    public JobConfig defaults(String bootstrapServers) throws BadConfigException {
      return JobConfig.parse(DEFAULTS, "kafka.bootstrap-servers: " + bootstrapServers);
    }

    @Override
    public List<String> inputs(String prefix) {
      return Arrays.stream(SourceTopic.values()).map(topic -> topic.topic(prefix)).toList();
    }

    @Override
    public boolean hasModel() {
      return true;
    }
  },
  HAND_OFF(HandOffJob.NAME, List.of("hand-offs", "dead-letters")) {
    @Override
    public PlannedJob plan(String name, String text, @Nullable Path folder)
        throws BadConfigException {
      return PlannedJob.handOff(HandOffConfig.parse(name, text, folder));
    }

    @Override
    public JobConfig defaults(String bootstrapServers) throws BadConfigException {
      return JobConfig.parse(
          DEFAULTS,
          "kafka: { bootstrap-servers: '%s', group-id: %s }"
              .formatted(bootstrapServers, HandOffConfig.GROUP));
    }

    @Override
    public List<String> inputs(String prefix) {
      return HandOffTopic.ALL.stream().map(topic -> topic.topic(prefix)).toList();
    }

    @Override
    public boolean hasModel() {
      return false;
    }
  };

  private static final String DEFAULTS = "the defaults";

  private final String jobName;
  private final List<String> sinks;

  JobForm(String jobName, List<String> sinks) {
    this.jobName = jobName;
    this.sinks = sinks;
  }

  /** The job's name in Flink and on the command line. */
  public String jobName() {
    return jobName;
  }

  /**
   * The job that a text describes.
   *
   * @param name that problems carry
   * @param folder in which the files are that the text names; null for that of the process
   * @throws BadConfigException with everything that is wrong in it
   */
  public abstract PlannedJob plan(String name, String text, @Nullable Path folder)
      throws BadConfigException;

  /** What it has in common with other jobs, with the default of every key but that of Kafka. */
  public abstract JobConfig defaults(String bootstrapServers) throws BadConfigException;

  /** The topics of the events that it reads; those of models and of its own are not among them. */
  public abstract List<String> inputs(String prefix);

  /** Whether it judges by a scoring model. */
  public abstract boolean hasModel();

  /** What the ids of its transactions begin with, one for each of its sinks. */
  public List<String> transactionPrefixes(String groupId) {
    return sinks.stream().map(sink -> groupId + '-' + sink).toList();
  }

  /** A job by its name on the command line. */
  public static final class Converter implements ITypeConverter<JobForm> {
    @Override
    public JobForm convert(String text) {
      return Arrays.stream(values())
          .filter(form -> form.jobName.equals(text))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'%s' is none of %s"
                          .formatted(
                              text, Arrays.stream(values()).map(JobForm::jobName).toList())));
    }
  }
}
