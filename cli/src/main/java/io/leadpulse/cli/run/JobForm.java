package io.leadpulse.cli.run;

import io.leadpulse.cli.stack.PlannedJob;
import io.leadpulse.jobs.config.BadConfigException;
import io.leadpulse.jobs.config.HandOffConfig;
import io.leadpulse.jobs.config.JobConfig;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The jobs that there are, each with a configuration of its own. */
enum JobForm {
  LEAD_SCORING {
    @Override
    PlannedJob plan(String name, String text, @Nullable Path folder) throws BadConfigException {
      return PlannedJob.scoring(JobConfig.parse(name, text));
    }
  },
  HAND_OFF {
    @Override
    PlannedJob plan(String name, String text, @Nullable Path folder) throws BadConfigException {
      return PlannedJob.handOff(HandOffConfig.parse(name, text, folder));
    }
  };

  /**
   * The job that a text describes.
   *
   * @param name that problems carry
   * @param folder in which the files are that the text names; null for that of the process
   * @throws BadConfigException with everything that is wrong in it
   */
  abstract PlannedJob plan(String name, String text, @Nullable Path folder)
      throws BadConfigException;
}
