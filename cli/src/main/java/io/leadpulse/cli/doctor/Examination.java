package io.leadpulse.cli.doctor;

import java.util.Set;

/** Some checks that look at the same things. */
interface Examination {

  /** What it has a finding for. */
  Set<Check> checks();

  /** Looks. What it throws becomes the reason why its checks were not done. */
  void examine(Findings findings) throws Exception;
}
