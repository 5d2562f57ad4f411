package io.leadpulse.intake;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Material of real services, which is no part of the project: the folder that the environment
 * variable {@code LEADPULSE_REAL_INPUTS} names, else {@code shared/real-inputs} beside any folder
 * around this module.
 */
public final class RealInputs {
  private static final String VARIABLE = "LEADPULSE_REAL_INPUTS";
  private static final Path FOLDER = Path.of("shared", "real-inputs");

  private RealInputs() {}

  /** A file or folder of the material; skips the test, and says so, if it is not there. */
  public static Path require(String relative) {
    Path folder = folder();
    Path wanted = folder.resolve(relative);
    String skipped = "SKIPPED: real material is absent: no %s; set %s".formatted(wanted, VARIABLE);
    if (!Files.exists(wanted)) {
      // Reports have the reason of a skipped test; the console should, too.
      System.err.println(skipped);
    }
    assumeTrue(Files.exists(wanted), skipped);
    return wanted;
  }

  private static Path folder() {
    String named = System.getenv(VARIABLE);
    if (named != null) {
      return Path.of(named);
    }
    Path around = Path.of("").toAbsolutePath();
    for (Path above = around; above != null; above = above.getParent()) {
      if (Files.isDirectory(above.resolve(FOLDER))) {
        return above.resolve(FOLDER);
      }
    }
    return around.resolve(FOLDER);
  }
}
