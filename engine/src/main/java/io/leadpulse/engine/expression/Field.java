package io.leadpulse.engine.expression;

import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import io.leadpulse.engine.event.Channel;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** An attribute that expressions may name. */
sealed interface Field<T> {

  /** The name after {@code event.} or {@code profile.}. */
  String name();

  /** The channels whose events can carry it; elsewhere it is always empty. */
  Set<Channel> channels();

  CelType type();

  /** The value as CEL's interpreter takes it. */
  Object boxed(T subject);

  /** The value as our own functions take it. */
  Part<T> part();

  record Text<T>(String name, Set<Channel> channels, Function<T, String> getter)
      implements Field<T> {
    @Override
    public CelType type() {
      return SimpleType.STRING;
    }

    @Override
    public Object boxed(T subject) {
      return getter.apply(subject);
    }

    @Override
    public Part<T> part() {
      return (Part.Words<T>) getter::apply;
    }
  }

  record Count<T>(String name, Set<Channel> channels, ToLongFunction<T> getter)
      implements Field<T> {
    @Override
    public CelType type() {
      return SimpleType.INT;
    }

    @Override
    public Object boxed(T subject) {
      return getter.applyAsLong(subject);
    }

    @Override
    public Part<T> part() {
      return (Part.Whole<T>) getter::applyAsLong;
    }
  }

  record Flag<T>(String name, Set<Channel> channels, Predicate<T> getter) implements Field<T> {
    @Override
    public CelType type() {
      return SimpleType.BOOL;
    }

    @Override
    public Object boxed(T subject) {
      return getter.test(subject);
    }

    @Override
    public Part<T> part() {
      return (Part.Truth<T>) subject -> Truths.of(getter.test(subject));
    }
  }

  record Texts<T>(String name, Set<Channel> channels, Function<T, Map<String, String>> getter)
      implements Field<T> {
    @Override
    public CelType type() {
      return MapType.create(SimpleType.STRING, SimpleType.STRING);
    }

    @Override
    public Object boxed(T subject) {
      return getter.apply(subject);
    }

    @Override
    public Part<T> part() {
      return (Part.Table<T>) getter::apply;
    }
  }
}
