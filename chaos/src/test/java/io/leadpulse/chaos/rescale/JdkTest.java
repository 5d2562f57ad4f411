package io.leadpulse.chaos.rescale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkTest {
  @TempDir Path home;

  @Test
  void takesTheOneThatTheEnvironmentNames() throws IOException {
    make("99.0.1");
    assertThat(Jdk.newer(home.toString())).contains(new Jdk(home, "99.0.1"));
  }

  @Test
  void oneThatIsNoNewerIsNone() throws IOException {
    make("11.0.2");
    assertThat(Jdk.newer(home.toString())).isEmpty();
  }

  @Test
  void aFolderWithoutJavaIsNone() throws IOException {
    assertThat(Jdk.newer(home.resolve("nothing").toString())).isEmpty();
  }

  private void make(String version) throws IOException {
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(java, "");
    assertThat(java.toFile().setExecutable(true)).isTrue();
  }
}
