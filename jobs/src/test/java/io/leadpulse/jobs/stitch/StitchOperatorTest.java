package io.leadpulse.jobs.stitch;

import static io.leadpulse.jobs.stitch.Visits.DAY;
import static io.leadpulse.jobs.stitch.Visits.HOUR;
import static io.leadpulse.jobs.stitch.Visits.T;
import static io.leadpulse.jobs.stitch.Visits.form;
import static io.leadpulse.jobs.stitch.Visits.link;
import static io.leadpulse.jobs.stitch.Visits.page;
import static io.leadpulse.jobs.stitch.Visits.pageOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.identity.DropReason;
import io.leadpulse.engine.identity.VisitorPolicy;
import io.leadpulse.engine.lead.Outcome;
import io.leadpulse.jobs.record.SourceTopic;
import io.leadpulse.jobs.score.TimeMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StitchOperatorTest {
  private StitchHarness job;

  @BeforeEach
  void open() throws Exception {
    job = StitchHarness.fresh(TimeMode.LIVE);
  }

  @AfterEach
  void close() throws Exception {
    job.close();
  }

  @Test
  void whatWasAnonymousFollowsAtOnceInTheOrderOfTime() throws Exception {
    job.take(page("v-1", "b", T + 2), page("v-2", "x", T), page("v-1", "a", T + 1));
    assertThat(job.output()).isEmpty();
    assertThat(job.count(Outcome.WAITING)).isEqualTo(3);
    job.take(form("v-1", "ada", T + 3), page("v-1", "c", T + 4));
    assertThat(job.output())
        .containsExactly(
            pageOf("ada", "a", T + 1), pageOf("ada", "b", T + 2), pageOf("ada", "c", T + 4));
    assertThat(job.count(Outcome.WAITING)).isOne();
  }

  @Test
  void copiesOfWhatWaitsAreCountedAsSuch() throws Exception {
    job.take(page("v-1", "a", T), page("v-1", "a", T), form("v-1", "ada", T + 1));
    assertThat(job.released()).containsExactly("a@ada");
    assertThat(job.count(Outcome.DUPLICATE)).isOne();
    assertThat(job.count(Outcome.WAITING)).isZero();
  }

  @Test
  void anotherLeadTakesOverFromItsLinkOn() throws Exception {
    job.take(form("v-1", "ada", T), form("v-1", "bob", T + HOUR));
    job.take(page("v-1", "late", T + 1), page("v-1", "new", T + HOUR));
    assertThat(job.released()).containsExactly("late@ada", "new@bob");
  }

  @Test
  void sixLeadsShareAComputerAndNothingOfItIsAnybodysAnyMore() throws Exception {
    for (int lead = 0; lead < 6; lead++) {
      job.take(link("v-1", "lead-" + lead, T + lead));
    }
    job.take(page("v-1", "a", T + HOUR), link("v-1", "lead-0", T + HOUR));
    assertThat(job.output()).isEmpty();
    assertThat(job.metrics().sharedVisitors()).isOne();
    assertThat(job.count(DropReason.SHARED_VISITOR)).isEqualTo(3);
    assertThat(job.count(Outcome.DROPPED)).isOne();
    assertThat(job.count(SourceTopic.IDENTITY, Outcome.APPLIED)).isEqualTo(5);
    assertThat(job.count(SourceTopic.IDENTITY, Outcome.DROPPED)).isEqualTo(2);
  }

  @Test
  void onlyLinksThatAreRecordsAreCounted() throws Exception {
    job.take(form("v-1", "ada", T), form("v-1", "ada", T + 1), form("v-1", "bob", T + 2));
    for (Outcome outcome : Outcome.values()) {
      assertThat(job.count(SourceTopic.IDENTITY, outcome)).as(outcome.term()).isZero();
    }
    job.take(link("v-1", "bob", T + 3), link("v-1", "cid", T + 4), link("v-1", "cid", T + 4));
    assertThat(job.count(SourceTopic.IDENTITY, Outcome.APPLIED)).isOne();
    assertThat(job.count(SourceTopic.IDENTITY, Outcome.DUPLICATE)).isEqualTo(2);
  }

  @Test
  void theLatestFiveHundredWaitAndTheRestIsCounted() throws Exception {
    for (int i = 0; i < VisitorPolicy.MOST_WAITING + 3; i++) {
      job.take(page("v-1", "e" + i, T + i));
    }
    assertThat(job.count(Outcome.WAITING)).isEqualTo(VisitorPolicy.MOST_WAITING);
    assertThat(job.count(Outcome.DROPPED)).isEqualTo(3).isEqualTo(job.count(DropReason.TOO_MANY));
    job.take(form("v-1", "ada", T + HOUR));
    assertThat(job.released()).hasSize(VisitorPolicy.MOST_WAITING).startsWith("e3@ada");
  }

  @Test
  void whatIsOlderThanNinetyDaysIsNobodys() throws Exception {
    job.take(page("v-1", "a", T), page("v-1", "b", T + DAY), form("v-1", "ada", T + 91 * DAY));
    assertThat(job.released()).containsExactly("b@ada");
    assertThat(job.count(DropReason.TOO_OLD)).isOne().isEqualTo(job.count(Outcome.DROPPED));
    assertThat(job.count(Outcome.WAITING)).isZero();
  }

  @Test
  void aLinkThatChangesNothingCostsNoStateAccess() throws Exception {
    job.take(form("v-1", "ada", T));
    long accesses = job.metrics().accesses();
    for (int i = 1; i < 100; i++) {
      job.take(form("v-1", "ada", T + i), page("v-1", "e" + i, T + i));
    }
    assertThat(job.metrics().accesses()).isEqualTo(accesses);
    job.take(form("v-1", "ada", T + DAY));
    assertThat(job.metrics().accesses()).as("of the next day").isEqualTo(accesses + 2);
  }
}
