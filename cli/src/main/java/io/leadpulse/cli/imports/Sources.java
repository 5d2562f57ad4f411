package io.leadpulse.cli.imports;

import io.leadpulse.cli.terminal.CliException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files to import, in their order; standard input among them. */
final class Sources {
  private static final Path STANDARD_INPUT = Path.of("-");

  private final List<Path> files;

  private Sources(List<Path> files) {
    this.files = files;
  }

  /**
   * One that is open.
   *
   * @param name without folders
   */
  record Source(String name, InputStream in) {
    /** Of rows that are of all sources together. */
    static final Source NONE = new Source("", InputStream.nullInputStream());
  }

  /** What reads a source. */
  @FunctionalInterface
  interface Reader {
    void read(Source source) throws IOException;
  }

  static boolean isStandardInput(Path file) {
    return file.equals(STANDARD_INPUT);
  }

  /**
   * Looks at all before the first is read, so that a slip of the pen sends nothing.
   *
   * @throws CliException if one is no file that can be read
   */
  static Sources of(List<Path> files) {
    for (Path file : files) {
      if (!isStandardInput(file) && !Files.isReadable(file)) {
        String why = Files.exists(file) ? "%s may not be read" : "there is no file %s";
        throw CliException.failure(why.formatted(file));
      }
      if (Files.isDirectory(file)) {
        throw CliException.failure("%s is a folder; name its files".formatted(file));
      }
    }
    return new Sources(List.copyOf(files));
  }

  void each(Reader reader) {
    for (Path file : files) {
      boolean standardInput = isStandardInput(file);
      String name = standardInput ? "stdin" : file.getFileName().toString();
      try (InputStream in = standardInput ? System.in : Files.newInputStream(file)) {
        reader.read(new Source(name, in));
      } catch (IOException e) {
        throw CliException.failure("%s cannot be read to its end: %s".formatted(file, e), e);
      }
    }
  }
}
