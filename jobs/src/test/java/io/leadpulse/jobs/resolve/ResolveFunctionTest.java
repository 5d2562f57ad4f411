package io.leadpulse.jobs.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.event.EventKind;
import io.leadpulse.engine.identity.IdentityChange;
import io.leadpulse.engine.identity.IdentityChange.Kind;
import io.leadpulse.engine.lead.Outcome;
import io.leadpulse.engine.lead.SalesActivity;
import io.leadpulse.engine.profile.Exclusion;
import io.leadpulse.engine.profile.Profile;
import io.leadpulse.jobs.cluster.KnownIdentities;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.LeadInput.Engaged;
import io.leadpulse.jobs.record.LeadInput.Identified;
import io.leadpulse.jobs.record.LeadInput.Profiled;
import io.leadpulse.jobs.record.LeadInput.Reported;
import io.leadpulse.jobs.record.SourceTopic;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

class ResolveFunctionTest {
  private static final long T = 1_700_000_000_000L;
  private static final Identified MERGE = change(0, Kind.MERGE, "ada", "bob");
  private static final Identified ERASE = change(1, Kind.ERASE, "eve", "");
  private static final Identified LATER = change(2, Kind.MERGE, "bob", "cid");

  @Test
  void whateverIsOfALeadIsOfThePersonThatItIsInTheEnd() throws Exception {
    try (ResolveHarness job = new ResolveHarness(KnownIdentities.of(List.of(MERGE, ERASE)))) {
      job.take(page("ada"), profile("ada"), sold("ada"), page("bob"), page("dan"));
      assertThat(job.output())
          .containsExactly(page("bob"), profile("bob"), sold("bob"), page("bob"), page("dan"));
    }
  }

  @Test
  void everyInputHasOneOutcomeHereOrGoesOn() throws Exception {
    try (ResolveHarness job = new ResolveHarness(KnownIdentities.of(List.of(MERGE, ERASE)))) {
      job.take(page("eve"), page("eve"), profile("eve"), sold("eve"), MERGE, ERASE, LATER);
      assertThat(job.output()).isEmpty();
      assertThat(job.count(SourceTopic.WEB_ACCESS, Outcome.ERASED)).isEqualTo(2);
      assertThat(job.count(SourceTopic.LEAD_PROFILE, Outcome.ERASED)).isOne();
      assertThat(job.count(SourceTopic.SALES_ACTIVITY, Outcome.ERASED)).isOne();
      assertThat(job.count(SourceTopic.IDENTITY, Outcome.APPLIED)).isEqualTo(2);
      assertThat(job.count(SourceTopic.IDENTITY, Outcome.DROPPED)).as("not known yet").isOne();
    }
  }

  /** Otherwise what bob did before would be one lead's and what bob does after another's. */
  @Test
  void goesOnWithWhatWasKnownWhenItBegan() throws Exception {
    OperatorSubtaskState state;
    try (ResolveHarness job = new ResolveHarness(KnownIdentities.of(List.of(MERGE, ERASE)))) {
      job.take(page("eve"), MERGE);
      state = job.snapshot();
    }
    KnownIdentities more = KnownIdentities.of(List.of(MERGE, ERASE, LATER));
    long erased = 0;
    for (int subtask = 0; subtask < 2; subtask++) {
      try (ResolveHarness job = new ResolveHarness(more, state, 2, subtask)) {
        job.take(page("ada"), LATER);
        assertThat(job.output()).containsExactly(page("bob"));
        assertThat(job.count(SourceTopic.IDENTITY, Outcome.DROPPED)).isOne();
        erased += job.count(SourceTopic.WEB_ACCESS, Outcome.ERASED);
      }
    }
    assertThat(erased).isOne();
    try (ResolveHarness job = new ResolveHarness(more)) {
      job.take(page("ada"));
      assertThat(job.output()).containsExactly(page("cid"));
    }
  }

  private static LeadInput page(String lead) {
    return new Engaged(
        1, 2, Engagement.of(EventKind.PAGE_VIEW, lead, "e").occurredAt(T).recordedAt(T).build());
  }

  private static LeadInput profile(String lead) {
    Profile profile =
        new Profile(
            T, "", "Midori", "", "", "", "", 3, "", "", Exclusion.NONE, true, false, Map.of());
    return new Profiled(1, 2, T, lead, profile);
  }

  private static LeadInput sold(String lead) {
    return new Reported(
        1, 2, lead, new SalesActivity("s", SalesActivity.Kind.WON, T, T, Exclusion.NONE));
  }

  private static Identified change(long offset, Kind kind, String lead, String other) {
    return new Identified(4, offset, T, new IdentityChange(kind, "i", T, lead, other));
  }
}
