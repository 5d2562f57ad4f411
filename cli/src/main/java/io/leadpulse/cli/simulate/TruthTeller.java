package io.leadpulse.cli.simulate;

import io.leadpulse.cli.truth.TruthFile;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes down the truth of each record as it is sent, if anybody wants to know. */
final class TruthTeller implements Onlooker, AutoCloseable {
  private final @Nullable TruthFile file;

  private TruthTeller(@Nullable TruthFile file) {
    this.file = file;
  }

  /**
   * @param file null for nowhere
   * @throws io.leadpulse.cli.terminal.CliException if it cannot be written
   */
  static TruthTeller to(@Nullable Path file) {
    return new TruthTeller(file == null ? null : TruthFile.create(file));
  }

  @Override
  public void sending(SimulatedRecord record, String topic) {
    if (file != null) {
      String flaw = record.flaw().name().toLowerCase(Locale.ROOT).replace('_', '-');
      file.write(topic, record.truth(), flaw);
    }
  }

  @Override
  public void close() {
    if (file != null) {
      file.close();
    }
  }
}
