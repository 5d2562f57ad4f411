package io.leadpulse.cli.truth;

import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.terminal.JsonLine;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The truth beside the stream: a line of JSON for each record, in the order of sending. */
public final class TruthFile implements AutoCloseable {
  private final Path file;
  private final BufferedWriter lines;

  private TruthFile(Path file, BufferedWriter lines) {
    this.file = file;
    this.lines = lines;
  }

  /** One line. Names what the record's readers may see only by its topic and id. */
  record Line(
      String topic, String eventId, String leadId, String actor, String scene, String flaw) {}

  /**
   * Begins a file, in the place of one that is there.
   *
   * @throws CliException if it cannot be written
   */
  public static TruthFile create(Path file) {
    try {
      return new TruthFile(file, Files.newBufferedWriter(file));
    } catch (IOException e) {
      throw CliException.failure("%s cannot be written".formatted(file), e);
    }
  }

  /**
   * Writes down a record.
   *
   * @param topic with its prefix
   * @param flaw what is wrong with the record, in lower case; {@code none} if nothing is
   */
  public void write(String topic, Truth truth, String flaw) {
    try {
      lines.write(
          JsonLine.of(
              new Line(
                  topic,
                  truth.eventId(),
                  truth.leadId(),
                  truth.actor().term(),
                  truth.setting().term(),
                  flaw)));
      lines.write('\n');
    } catch (IOException e) {
      throw CliException.failure("%s cannot be written".formatted(file), e);
    }
  }

  @Override
  public void close() {
    try {
      lines.close();
    } catch (IOException e) {
      throw CliException.failure("%s could not be written to its end".formatted(file), e);
    }
  }
}
