package io.leadpulse.chaos.fault;

import java.util.Locale;

/** Whose process is struck. */
public enum Target {
  TASK_MANAGER,
  JOB_MANAGER,
  BROKER;

  /** The name in reports, such as {@code task-manager}. */
  public String term() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
