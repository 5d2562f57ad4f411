package io.leadpulse.cli.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadpulse.cli.stack.Home;
import io.leadpulse.jobs.LeadScoringJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobJarTest {
  private static final String CLASS = LeadScoringJob.class.getName().replace('.', '/') + ".class";

  @TempDir private Path folder;

  @Test
  void takesAJarOfTheClassesThatThisProcessRuns() throws Exception {
    Path jar = jar("same.jar", CLASS, ownClass());
    assertThat(JobJar.find(new Home(folder), jar).file()).isEqualTo(jar);
  }

  @Test
  void refusesAJarOfAnotherBuild() throws Exception {
    byte[] other = ownClass();
    other[other.length - 1] ^= 1;
    Path jar = jar("other.jar", CLASS, other);
    assertThatThrownBy(() -> JobJar.find(new Home(folder), jar))
        .hasMessage("%s is of another build than this command; take its own, or `flink run`", jar);
  }

  @Test
  void refusesAJarOfSomethingElse() throws Exception {
    Path jar = jar("else.jar", "org/example/Main.class", new byte[] {1});
    assertThatThrownBy(() -> JobJar.find(new Home(folder), jar))
        .hasMessageContaining("is of another build");
  }

  @Test
  void findsTheOneThatTheBuildMade() throws Exception {
    Files.createDirectories(folder.resolve("jobs/target"));
    Path jar = jar("jobs/target/leadpulse-jobs-1-flink.jar", CLASS, ownClass());
    assertThat(JobJar.find(new Home(folder), null).file()).isEqualTo(jar);
  }

  @Test
  void saysHowToMakeOneThatIsMissing() {
    assertThatThrownBy(() -> JobJar.find(new Home(folder), null))
        .hasMessageContaining("run `mvn package`");
  }

  private static byte[] ownClass() throws IOException {
    try (var in = JobJarTest.class.getClassLoader().getResourceAsStream(CLASS)) {
      return in.readAllBytes();
    }
  }

  private Path jar(String name, String entry, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
      jar.putNextEntry(new JarEntry(entry));
      jar.write(content);
    }
    return file;
  }
}
