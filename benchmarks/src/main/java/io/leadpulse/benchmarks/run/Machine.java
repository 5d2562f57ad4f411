package io.leadpulse.benchmarks.run;

import io.leadpulse.benchmarks.measure.Figures;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where it was measured.
 *
 * @param load the machine's, of the last minute, before the first and after the last block: what
 *     else runs makes caches cold
 */
record Machine(String cpu, int processors, String java, String system, List<Double> load) {

  static Machine of(double loadBefore) {
    return new Machine(
        model(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.vm.name") + ' ' + System.getProperty("java.vm.version"),
        System.getProperty("os.name") + ' ' + System.getProperty("os.arch"),
        List.of(loadBefore, loadNow()));
  }

  static double loadNow() {
    return Figures.rounded(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  /** The model's name as Linux tells it; empty elsewhere. */
  private static String model() {
    Path info = Path.of("/proc/cpuinfo");
    if (Files.notExists(info)) {
      return "";
    }
    try {
      return Files.readAllLines(info).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("");
    } catch (IOException e) {
      return "";
    }
  }
}
