package io.leadpulse.chaos.agent;

import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.util.List;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.matcher.ElementMatcher.Junction;
import net.bytebuddy.matcher.ElementMatchers;

/** What a JVM loads by {@code -javaagent:JAR=FOLDER[,BREAKAGE ...]}. */
public final class FaultAgent {
  /** Turns the exactly-once sinks into such that write at least once. */
  public static final String AT_LEAST_ONCE = "at-least-once";

  /** Turns off the check for copies of an event. */
  public static final String LET_DUPLICATES_THROUGH = "let-duplicates-through";

  /** Leaves leads that were changed and not written out of checkpoints. */
  public static final String FORGET_CHANGED_LEADS = "forget-changed-leads";

  private static final String SINK = "org.apache.flink.connector.kafka.sink.KafkaSink";
  private static final String SEEN = "io.leadpulse.engine.ledger.SeenEvents";

  private static final String CACHE = "io.leadpulse.jobs.score.CachedLeadStore";

  private FaultAgent() {}

  public static void premain(String arguments, Instrumentation jvm) {
    List<String> parts = List.of(arguments.split(","));
    Trap.in(Path.of(parts.get(0)));
    AgentBuilder agent =
        new AgentBuilder.Default()
            .with(AgentBuilder.TypeStrategy.Default.DECORATE)
            .with(AgentBuilder.InitializationStrategy.NoOp.INSTANCE)
            .with(AgentBuilder.Listener.StreamWriting.toSystemError().withErrorsOnly());
    for (Point point : Point.values()) {
      agent = trap(agent, point);
    }
    if (parts.contains(AT_LEAST_ONCE)) {
      agent =
          visit(
              agent,
              SINK,
              Advice.to(Advices.AtLeastOnce.class)
                  .on(ElementMatchers.namedOneOf("createWriter", "restoreWriter")));
    }
    if (parts.contains(LET_DUPLICATES_THROUGH)) {
      agent =
          visit(agent, SEEN, Advice.to(Advices.NeverSeen.class).on(ElementMatchers.named("add")));
    }
    if (parts.contains(FORGET_CHANGED_LEADS)) {
      agent =
          visit(agent, CACHE, Advice.to(Advices.Nothing.class).on(ElementMatchers.named("save")));
    }
    agent.installOn(jvm);
  }

  private static AgentBuilder trap(AgentBuilder agent, Point point) {
    Junction<net.bytebuddy.description.method.MethodDescription> method =
        ElementMatchers.<net.bytebuddy.description.method.MethodDescription>named(point.method())
            .and(ElementMatchers.not(ElementMatchers.isBridge()));
    Class<?> advice = point.onEnter() ? Advices.OnEnter.class : Advices.OnReturn.class;
    return visit(
        agent,
        point.type(),
        Advice.withCustomMapping().bind(Advices.Name.class, point.term()).to(advice).on(method));
  }

  private static AgentBuilder visit(
      AgentBuilder agent,
      String type,
      net.bytebuddy.asm.AsmVisitorWrapper.ForDeclaredMethods visitor) {
    return agent
        .type(ElementMatchers.named(type))
        .transform((builder, found, loader, module, domain) -> builder.visit(visitor));
  }
}
