package io.leadpulse.cli.stack;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The content of {@code running.json}: the stack that runs in a home.
 *
 * @param pid process id
 * @param processStarted when that process started, epoch milliseconds; tells it from a later one
 *     that was given the same id
 * @param bootstrap of its broker
 * @param topicPrefix of its topics
 * @param rest Flink's REST address
 * @param started when it was ready, ISO-8601
 * @param data where it keeps its data; null if nowhere
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RunningStack(
    long pid,
    long processStarted,
    String bootstrap,
    String topicPrefix,
    String rest,
    String started,
    @Nullable String data) {
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  /**
   * The stack that the file tells of, dead or alive; null if there is no file.
   *
   * @throws IOException if the file cannot be read or is not of this form
   */
  static @Nullable RunningStack read(Path file) throws IOException {
    try {
      return MAPPER.readValue(Files.readAllBytes(file), RunningStack.class);
    } catch (NoSuchFileException absent) {
      return null;
    }
  }

  /** Writes the file whole or not at all. */
  public void write(Path file) throws IOException {
    WholeFile.write(file, MAPPER.writeValueAsString(this) + "\n");
  }

  /** The process, if it still runs. */
  Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> startOf(process) == processStarted);
  }

  /** When a process started, epoch milliseconds; 0 if the system does not tell. */
  static long startOf(ProcessHandle process) {
    return process.info().startInstant().map(start -> start.toEpochMilli()).orElse(0L);
  }
}
