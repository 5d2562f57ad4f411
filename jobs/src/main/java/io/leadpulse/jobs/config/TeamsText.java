package io.leadpulse.jobs.config;

import io.leadpulse.engine.handoff.Teams;
import io.leadpulse.engine.handoff.TeamsParser;
import io.leadpulse.engine.yaml.Problems;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;

/**
 * The sales teams as they are written, for wherever they are needed.
 *
 * @param file the name that problems carry
 * @param files the texts of calendars beside it, by name
 */
public record TeamsText(String file, String text, Map<String, String> files)
    implements Serializable {
  public TeamsText {
    files = Map.copyOf(files);
  }

  /** The teams, of a text without problems. */
  public Teams teams() {
    return parse(new Problems());
  }

  Teams parse(Problems problems) {
    return TeamsParser.parse(file, text, name -> Optional.ofNullable(files.get(name)), problems);
  }
}
