package io.leadpulse.benchmarks.baseline;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.leadpulse.cli.stack.EmbeddedBroker;
import io.leadpulse.cli.stack.Home;
import io.leadpulse.cli.stack.TempFolder;
import io.leadpulse.cli.stack.TopicPlan;
import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.terminal.Progress;
import io.leadpulse.engine.release.Release;
import io.leadpulse.schemas.ScoringModelRelease;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Fills a broker once and has both pipelines read it, in blocks of job, copy, copy, job. */
final class BaselineRun {
  private static final String PREFIX = "leadpulse.";
  private static final String MODEL = "b2b-japan";
  private static final int PARTITIONS = 4;
  private static final List<Pipeline> ROUND =
      List.of(Pipeline.JOB, Pipeline.COPY, Pipeline.COPY, Pipeline.JOB);

  /** So much more than is measured: no pipeline comes to the end of its input before the mark. */
  private static final double TAIL = 0.1;

  private final BaselineSettings settings;
  private final Progress progress;

  BaselineRun(BaselineSettings settings, Progress progress) {
    this.settings = settings;
    this.progress = progress;
  }

  BaselineReport run() throws IOException {
    double loadBefore = load();
    try (TempFolder folder = TempFolder.create("leadpulse-benchmark-");
        EmbeddedBroker broker =
            progress.step("broker", () -> EmbeddedBroker.start(folder.path().resolve("kafka")))) {
      Traffic traffic =
          new Traffic(settings.seed(), settings.leads(), PREFIX, PARTITIONS, settings.asOf());
      progress.step("events", () -> fill(broker, traffic));
      List<Block> blocks = new ArrayList<>();
      for (int i = 0; i < settings.rounds() * ROUND.size(); i++) {
        Pipeline pipeline = ROUND.get(i % ROUND.size());
        Path work = Files.createDirectories(folder.path().resolve("block-" + i));
        blocks.add(
            progress.step(
                pipeline.name().toLowerCase(Locale.ROOT), () -> measure(broker, pipeline, work)));
      }
      return report(traffic, blocks, loadBefore);
    }
  }

  private void fill(EmbeddedBroker broker, Traffic traffic) {
    Map<String, Object> client =
        Map.of(
            "bootstrap.servers",
            broker.bootstrap(),
            // One at a time: the first records of many partitions at once overtake each other.
            "max.in.flight.requests.per.connection",
            1);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
      TopicPlan.read(Home.current()).createMissing(admin, PREFIX);
    }
    ByteArraySerializer bytes = new ByteArraySerializer();
    try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(client, bytes, bytes)) {
      producer.send(release());
      long all = settings.warmUp() + settings.events();
      for (long i = 0; i < all + Math.round(all * TAIL); i++) {
        producer.send(traffic.next());
      }
    }
  }

  private static ProducerRecord<byte[], byte[]> release() {
    try {
      String yaml = Files.readString(Home.current().file("config/models/" + MODEL + ".yaml"));
      ScoringModelRelease release =
          ScoringModelRelease.newBuilder()
              .setModelId(MODEL)
              .setVersion(1)
              .setEffectiveAt(Instant.EPOCH)
              .setYaml(yaml)
              .setSha256(Release.sha256Of(yaml))
              .build();
      return new ProducerRecord<>(
          Topics.SCORING_MODEL.topic(PREFIX),
          (MODEL + "@1").getBytes(StandardCharsets.UTF_8),
          new RecordEncoder<>(Topics.SCORING_MODEL).encode(release));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In a JVM of its own, with the arguments of this one. */
  private Block measure(EmbeddedBroker broker, Pipeline pipeline, Path work) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(
        List.of(
            BlockMain.class.getName(),
            pipeline.name(),
            broker.bootstrap(),
            PREFIX,
            work.toString(),
            Long.toString(settings.warmUp()),
            Long.toString(settings.events())));
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectError(work.resolve("err.log").toFile())
              .redirectOutput(work.resolve("out.json").toFile())
              .start();
      return waitFor(process, work);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Block waitFor(Process process, Path work) throws IOException {
    try {
      if (process.waitFor() != 0) {
        throw CliException.failure("a block failed:\n" + Files.readString(work.resolve("err.log")));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CliException.failure("interrupted", e);
    } finally {
      process.destroyForcibly();
    }
    List<String> lines = Files.readAllLines(work.resolve("out.json"));
    return JsonMapper.builder()
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
        .build()
        .readValue(lines.get(lines.size() - 1), Block.class);
  }

  private BaselineReport report(Traffic traffic, List<Block> blocks, double loadBefore) {
    Map<String, Double> process = BaselineReport.medians(blocks, Block::processMicros);
    Map<String, Double> tasks = BaselineReport.medians(blocks, Block::taskMicros);
    return new BaselineReport(
        settings.seed(),
        settings.asOf().toString(),
        settings.leads(),
        settings.events(),
        settings.warmUp(),
        traffic.bytes(),
        traffic.digest(),
        machine(loadBefore),
        process,
        BaselineReport.ranges(blocks, Block::processMicros),
        BaselineReport.ratio(process),
        tasks,
        BaselineReport.ratio(tasks),
        BaselineReport.medians(blocks, Block::eventsPerSecond),
        blocks,
        "the first " + settings.warmUp() + " events of each block; no block");
  }

  private static BaselineReport.Machine machine(double loadBefore) {
    return new BaselineReport.Machine(
        cpu(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.vm.name") + ' ' + System.getProperty("java.vm.version"),
        System.getProperty("os.name") + ' ' + System.getProperty("os.arch"),
        List.of(loadBefore, load()));
  }

  private static double load() {
    return Block.rounded(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  /** The model's name as Linux tells it; empty elsewhere. */
  private static String cpu() {
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
