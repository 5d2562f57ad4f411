package io.leadpulse.cli.doctor;

import io.leadpulse.cli.stack.JobView;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Whether all releases were taken into use, and in time; since the job's last restart. */
final class ReleasesTaken implements Examination {
  private static final String REFUSED = ".leadpulse.releases-refused";
  private static final String LATE = ".leadpulse.releases-late";

  private final JobView job;

  ReleasesTaken(JobView job) {
    this.job = job;
  }

  @Override
  public Set<Check> checks() {
    return EnumSet.of(Check.RELEASES_REFUSED, Check.RELEASES_LATE);
  }

  /** Every subtask is shown every release, so the one that counted most has the number. */
  @Override
  public void examine(Findings findings) {
    Map<String, Long> counts = job.maxima(name -> name.endsWith(REFUSED) || name.endsWith(LATE));
    judge(counts, REFUSED, Check.RELEASES_REFUSED, Severity.problem, findings);
    judge(counts, LATE, Check.RELEASES_LATE, Severity.warning, findings);
  }

  private static void judge(
      Map<String, Long> counts, String metric, Check check, Severity severity, Findings findings) {
    Set<Long> found = new TreeSet<>();
    counts.forEach(
        (name, count) -> {
          if (name.endsWith(metric)) {
            found.add(count);
          }
        });
    if (found.isEmpty()) {
      findings.notChecked(check, "Flink shows no such metric, or not yet");
    } else {
      long most = Collections.max(found);
      findings.add(
          check, most > 0 ? severity : Severity.ok, "%d since the job's last restart", most);
    }
  }
}
