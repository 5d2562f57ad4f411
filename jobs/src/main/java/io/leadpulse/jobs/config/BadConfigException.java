package io.leadpulse.jobs.config;

import io.leadpulse.engine.yaml.Problems;

/** A configuration that cannot be used; the message has every problem on a line of its own. */
public final class BadConfigException extends Exception {
  BadConfigException(Problems problems) {
    super(problems.report().stripTrailing());
  }
}
