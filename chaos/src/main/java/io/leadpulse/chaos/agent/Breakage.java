package io.leadpulse.chaos.agent;

import java.lang.reflect.Field;
import java.util.Arrays;

/** Breaks a promise on purpose. */
public final class Breakage {
  private Breakage() {}

  /** Takes the guarantee from a Kafka sink, which was built exactly once. */
  public static void writeAtLeastOnce(Object sink) {
    try {
      Field guarantee = sink.getClass().getDeclaredField("deliveryGuarantee");
      guarantee.setAccessible(true);
      Object weaker =
          Arrays.stream(guarantee.getType().getEnumConstants())
              .filter(constant -> constant.toString().contains("at-least-once"))
              .findFirst()
              .orElseThrow();
      guarantee.set(sink, weaker);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this is no sink as expected: " + sink, e);
    }
  }
}
