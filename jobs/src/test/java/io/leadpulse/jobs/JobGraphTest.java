package io.leadpulse.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.leadpulse.jobs.cluster.KnownIdentities;
import io.leadpulse.jobs.config.BadConfigException;
import io.leadpulse.jobs.config.FlinkSettings;
import io.leadpulse.jobs.config.HandOffConfig;
import io.leadpulse.jobs.config.JobConfig;
import io.leadpulse.schemas.registry.RecordFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.CompositeType;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.api.java.typeutils.GenericTypeInfo;
import org.apache.flink.api.java.typeutils.runtime.kryo.KryoSerializer;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.streaming.api.transformations.PartitionTransformation;
import org.apache.flink.streaming.api.transformations.SideOutputTransformation;
import org.apache.flink.streaming.api.transformations.UnionTransformation;
import org.junit.jupiter.api.Test;

class JobGraphTest {
  private static final int MAX_PARALLELISM = 2_520;

  private StreamExecutionEnvironment env = environment();

  /**
   * In a replay leads are found, in live time they move; either costs and the other is left out.
   */
  @Test
  void everyOperatorHasAUidOfItsOwn() {
    LeadScoringJob.build(env, config(), RecordFormat.singleObject());
    assertThat(uids(env)).doesNotHaveDuplicates().doesNotContain("resolve-identity");
    StreamExecutionEnvironment live = env;
    env = environment();
    buildReplay();
    assertThat(uids(env))
        .doesNotHaveDuplicates()
        .doesNotContain("source-transfer", "read-transfer", "timeless");
    Set<String> all = new HashSet<>(uids(live));
    all.addAll(uids(env));
    env = environment();
    buildHandOff();
    assertThat(uids(env)).doesNotHaveDuplicates();
    all.addAll(uids(env));
    assertThat(all)
        .containsExactlyInAnyOrder(
            Arrays.stream(OperatorId.values()).map(OperatorId::uid).toArray(String[]::new));
  }

  private static List<String> uids(StreamExecutionEnvironment env) {
    List<String> uids = new ArrayList<>();
    for (Transformation<?> operator : operators(env)) {
      assertThat(operator.getUid()).as(operator.getName()).isNotNull();
      uids.add(operator.getUid());
    }
    return uids;
  }

  /** Savepoints name state by these: change none, add at will. */
  @Test
  void uidsStayWhatTheyWere() {
    assertThat(Arrays.stream(OperatorId.values()).map(OperatorId::uid))
        .contains(
            "source-engagement",
            "decode",
            "source-model",
            "read-model",
            "source-transfer",
            "read-transfer",
            "timeless",
            "stitch-identity",
            "resolve-identity",
            "score-lead",
            "score-account",
            "sink-account",
            "sink-result",
            "sink-dead-letter",
            "source-hand-off",
            "read-hand-off",
            "route-lead",
            "hand-off",
            "sink-hand-off");
  }

  @Test
  void noTypeGoesThroughKryo() {
    buildReplay();
    buildHandOff();
    for (Transformation<?> operator : operators(env)) {
      assertThat(isGeneric(operator.getOutputType())).as(operator.getName()).isFalse();
    }
    for (StreamNode node : env.getStreamGraph(false).getStreamNodes()) {
      List<TypeSerializer<?>> serializers = new ArrayList<>();
      serializers.addAll(Arrays.asList(node.getTypeSerializersIn()));
      serializers.add(node.getTypeSerializerOut());
      serializers.add(node.getStateKeySerializer());
      assertThat(serializers)
          .as(node.getOperatorName())
          .noneMatch(KryoSerializer.class::isInstance);
    }
  }

  @Test
  void everyNodeCanGrowTo2520Subtasks() {
    buildReplay();
    buildHandOff();
    assertThat(env.getStreamGraph().getStreamNodes())
        .isNotEmpty()
        .allMatch(node -> node.getMaxParallelism() == MAX_PARALLELISM);
  }

  @Test
  void onlyLeadsCrossTheNetwork() throws Exception {
    JobGraph graph = LeadScoringJob.graph(config()).getJobGraph();
    assertThat(graph.getName()).isEqualTo("lead-scoring");
    assertThat(graph.getVertices())
        .extracting(JobVertex::getName)
        .containsExactlyInAnyOrder(
            "Source: records about leads -> decode",
            "stitch identity",
            "Source: published models -> read model",
            "Source: transfers between leads -> read transfer -> timeless",
            "score lead -> results: Writer -> results: Committer",
            "score account -> accounts: Writer -> accounts: Committer",
            "dead letters: Writer -> dead letters: Committer");
  }

  @Test
  void ofTheHandOffLeadsAndTeamsCrossTheNetwork() throws Exception {
    JobGraph graph = HandOffJob.graph(handOff()).getJobGraph();
    assertThat(graph.getName()).isEqualTo("hand-off");
    assertThat(graph.getVertices())
        .extracting(JobVertex::getName)
        .containsExactlyInAnyOrder(
            "Source: alerts, scores, sales activity -> read -> dead letters: Writer -> dead letters:"
                + " Committer",
            "route lead",
            "hand off",
            "hand-offs: Writer -> hand-offs: Committer");
  }

  @Test
  void anOperatorWithoutUidIsRefused() {
    LeadScoringJob.build(env, config(), RecordFormat.singleObject());
    env.fromSequence(1, 2).uid("numbers").map(n -> n).returns(Long.class).print().uid("print");
    assertThatIllegalStateException()
        .isThrownBy(env::getStreamGraph)
        .withMessageContaining("no UID");
  }

  @Test
  void aTypeThatOnlyKryoKnowsIsRefused() {
    LeadScoringJob.build(env, config(), RecordFormat.singleObject());
    env.fromSequence(1, 2)
        .uid("numbers")
        .map(Duration::ofMillis)
        .returns(Duration.class)
        .uid("durations")
        .print()
        .uid("print");
    assertThat(operators(env)).anyMatch(operator -> isGeneric(operator.getOutputType()));
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(env::getStreamGraph)
        .withMessageContaining("java.time.Duration");
  }

  /** The job with every operator that there is. */
  private void buildReplay() {
    LeadScoringJob.build(
        env, config("time.mode: replay"), KnownIdentities.none(), RecordFormat.singleObject());
  }

  private void buildHandOff() {
    HandOffJob.build(env, handOff(), RecordFormat.singleObject());
  }

  private static HandOffConfig handOff() {
    try {
      return HandOffConfig.parse(
          "job.yaml",
          "kafka.bootstrap-servers: localhost:1\nteams.file: two-teams.yaml\n",
          Path.of("../config/teams"));
    } catch (BadConfigException e) {
      throw new IllegalStateException(e);
    }
  }

  private static StreamExecutionEnvironment environment() {
    return new StreamExecutionEnvironment(FlinkSettings.of(config()));
  }

  private static JobConfig config() {
    return config("");
  }

  /**
   * @param settings a line beside those without which there is no job
   */
  private static JobConfig config(String settings) {
    try {
      return JobConfig.parse("job.yaml", "kafka.bootstrap-servers: localhost:1\n" + settings);
    } catch (BadConfigException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All that runs; not the edges that Flink also counts as transformations. */
  private static Set<Transformation<?>> operators(StreamExecutionEnvironment env) {
    Set<Transformation<?>> all = new LinkedHashSet<>();
    for (Transformation<?> added : env.getTransformations()) {
      all.addAll(added.getTransitivePredecessors());
      all.add(added);
    }
    all.removeIf(
        one ->
            one instanceof PartitionTransformation
                || one instanceof SideOutputTransformation
                || one instanceof UnionTransformation);
    return all;
  }

  private static boolean isGeneric(TypeInformation<?> type) {
    if (type instanceof CompositeType<?> composite) {
      return IntStream.range(0, composite.getArity())
          .anyMatch(i -> isGeneric(composite.getTypeAt(i)));
    }
    return type instanceof GenericTypeInfo
        || type.getGenericParameters().values().stream().anyMatch(JobGraphTest::isGeneric);
  }
}
