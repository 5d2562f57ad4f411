package io.leadpulse.engine.expression;

import io.leadpulse.engine.event.Channel;
import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.event.EventKind;
import io.leadpulse.engine.profile.Profile;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Compiles the expressions of a scoring model: CEL over {@code event} or {@code profile}, checked
 * in full before it judges anything. Each expression is compiled once.
 *
 * <p>Every expression ends quickly whatever it is given: its length and size are bounded, there are
 * no loops, and no regular expressions.
 */
public final class Conditions {
  private static final ConditionCompiler<Engagement> EVENT =
      new ConditionCompiler<>(Vocabulary.EVENT);
  private static final ConditionCompiler<Profile> PROFILE =
      new ConditionCompiler<>(Vocabulary.PROFILE);

  private final Map<OnEvent, Compilation<Engagement>> onEvent = new ConcurrentHashMap<>();
  private final Map<String, Compilation<Profile>> onProfile = new ConcurrentHashMap<>();

  /** A condition on events of one kind. */
  public Compilation<Engagement> onEvent(String source, EventKind kind) {
    return onEvent.computeIfAbsent(
        new OnEvent(source, kind),
        any -> EVENT.compile(source, EnumSet.of(kind.channel()), kind.term()));
  }

  public Compilation<Profile> onProfile(String source) {
    return onProfile.computeIfAbsent(
        source, any -> PROFILE.compile(source, EnumSet.allOf(Channel.class), ""));
  }

  private record OnEvent(String source, EventKind kind) {}
}
