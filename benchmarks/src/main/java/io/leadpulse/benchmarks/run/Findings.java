package io.leadpulse.benchmarks.run;

import java.util.List;

/** What a measurement gave; its components are its form in JSON. */
interface Findings {
  /** The gist of it. */
  List<String> lines();
}
