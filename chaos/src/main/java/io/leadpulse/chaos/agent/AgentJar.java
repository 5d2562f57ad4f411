package io.leadpulse.chaos.agent;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import net.bytebuddy.ByteBuddy;

/** Packs the agent for other JVMs: these classes, and where ByteBuddy lies. */
public final class AgentJar {
  private static final List<Class<?>> CLASSES =
      List.of(
          FaultAgent.class,
          Point.class,
          Point.Process.class,
          Trap.class,
          Breakage.class,
          Advices.class,
          Advices.Name.class,
          Advices.OnEnter.class,
          Advices.OnReturn.class,
          Advices.NeverSeen.class,
          Advices.Nothing.class,
          Advices.AtLeastOnce.class);

  private AgentJar() {}

  /**
   * Writes the jar.
   *
   * @return what to give the JVMs; the points are armed in the folder
   */
  public static String option(Path folder, List<String> breakages) throws IOException {
    Files.createDirectories(folder.resolve(Trap.ARMED));
    Files.createDirectories(folder.resolve(Trap.HIT));
    Path jar = folder.resolve("agent.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest())) {
      for (Class<?> type : CLASSES) {
        String name = type.getName().replace('.', '/') + ".class";
        out.putNextEntry(new JarEntry(name));
        try (InputStream bytes = type.getResourceAsStream("/" + name)) {
          if (bytes == null) {
            throw new IOException(name + " is nowhere");
          }
          bytes.transferTo(out);
        }
      }
    }
    String arguments = breakages.isEmpty() ? "" : "," + String.join(",", breakages);
    return "-javaagent:" + jar + "=" + folder + arguments;
  }

  private static Manifest manifest() throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(new Attributes.Name("Premain-Class"), FaultAgent.class.getName());
    main.put(Attributes.Name.CLASS_PATH, byteBuddy().toString());
    return manifest;
  }

  private static URI byteBuddy() throws IOException {
    try {
      return ByteBuddy.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }
}
