package io.leadpulse.chaos.agent;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import net.bytebuddy.asm.Advice;

/** Code that is copied into other classes; it cannot see anything that is private here. */
final class Advices {
  private Advices() {}

  /** Is filled in with the name of the point. */
  @Retention(RetentionPolicy.RUNTIME)
  @interface Name {}

  /** Asks where a method begins. */
  static final class OnEnter {
    private OnEnter() {}

    @Advice.OnMethodEnter
    static void enter(@Name String point) {
      Trap.at(point);
    }
  }

  /** Asks where a method returns. */
  static final class OnReturn {
    private OnReturn() {}

    @Advice.OnMethodExit
    static void exit(@Name String point) {
      Trap.at(point);
    }
  }

  /** Makes every event a new one. */
  static final class NeverSeen {
    private NeverSeen() {}

    @Advice.OnMethodExit
    static void exit(@Advice.Return(readOnly = false) boolean isNew) {
      isNew = true;
    }
  }

  /** Has a method do nothing. */
  static final class Nothing {
    private Nothing() {}

    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean enter() {
      return true;
    }
  }

  /** Makes a sink write outside of transactions. */
  static final class AtLeastOnce {
    private AtLeastOnce() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.This Object sink) {
      Breakage.writeAtLeastOnce(sink);
    }
  }
}
