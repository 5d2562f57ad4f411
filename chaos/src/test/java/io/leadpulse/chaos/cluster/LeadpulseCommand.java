package io.leadpulse.chaos.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.leadpulse.cli.Leadpulse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code leadpulse} as a process of its own, as users have it. */
final class LeadpulseCommand {
  private final Path folder;
  private final Map<String, String> environment;

  /**
   * @param folder for what it says
   */
  LeadpulseCommand(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = environment;
  }

  /** Runs it to its end, which must be a good one; what it gave as JSON. */
  JsonNode json(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FlinkLibrary.jvmArguments());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("-Dleadpulse.home=" + System.getProperty("leadpulse.home"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Leadpulse.class.getName());
    command.addAll(List.of(arguments));
    command.addAll(List.of("--output", "json"));
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    int exit = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();
    assertThat(exit).as(() -> String.join(" ", arguments) + "\n" + read(err)).isZero();
    return new JsonMapper().readTree(out.toFile());
  }

  /** All that it said of its last run. */
  String said() {
    return read(folder.resolve("out.txt")) + read(folder.resolve("err.txt"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "nothing";
    }
  }
}
