package io.leadpulse.jobs.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.lead.Outcome;
import io.leadpulse.jobs.oracle.Published;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.SourceTopic;
import io.leadpulse.schemas.HotLeadAlert;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupsStateHandle;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.apache.flink.runtime.state.OperatorStateHandle;
import org.junit.jupiter.api.Test;

class ErasureTest {
  private static final long T = Inputs.START;
  private static final SplittableRandom ANY = new SplittableRandom(1);

  private static ScaledJob job() throws Exception {
    ScaledJob job =
        new ScaledJob(Settings.live(Caches.UNBOUNDED), List.of(TestModel.first()), Backend.HEAP);
    job.watermark(T);
    return job;
  }

  private static void take(ScaledJob job, LeadInput... inputs) throws Exception {
    for (LeadInput input : inputs) {
      job.take(input);
    }
    job.settle(ANY);
  }

  @Test
  void itsRowGoesAndItsAlertIsTakenBackWithoutAWordOfIt() throws Exception {
    try (ScaledJob job = job()) {
      take(job, Inputs.profile("ada", T, Inputs.company(T, "Secret", 400)));
      take(job, Inputs.contact("ada", "f1", T));
      take(job, Inputs.erase("ada"));

      Published published = job.published();
      assertThat(published.rows()).isEmpty();
      assertThat(published.alertCauses())
          .containsExactly("RAISED hand-raise:contact-form", "RECALLED erased");
      HotLeadAlert recall = published.alerts().get(1);
      assertThat(recall.getAlertId()).isEqualTo(published.alerts().get(0).getAlertId());
      assertThat(recall.getTouches()).isEmpty();
      assertThat(recall.getContributions()).isEmpty();
      assertThat(recall.getProfile().getCompany()).isEmpty();
    }
  }

  @Test
  void whatComesLateDoesNotBringItBack() throws Exception {
    try (ScaledJob job = job()) {
      take(job, Inputs.pricing("ada", "p1", T), Inputs.erase("ada"));
      take(job, Inputs.pricing("ada", "p2", T));
      job.rescale(4);
      take(job, Inputs.pricing("ada", "p3", T), Inputs.pricing("bob", "p4", T));
      take(job, Inputs.profile("ada", T, Inputs.company(T, "Secret", 400)), Inputs.erase("ada"));
      job.crash(3);
      take(job, Inputs.pricing("ada", "p5", T));

      assertThat(job.published().rows().keySet()).containsExactly("bob/sales");
      assertThat(job.count(SourceTopic.WEB_ACCESS, Outcome.ERASED)).isEqualTo(3);
      assertThat(job.count(SourceTopic.LEAD_PROFILE, Outcome.ERASED)).isEqualTo(1);
      assertThat(job.count(SourceTopic.IDENTITY, Outcome.APPLIED)).isEqualTo(1);
      assertThat(job.count(SourceTopic.IDENTITY, Outcome.ERASED)).isEqualTo(1);
    }
  }

  @Test
  void aLeadThatHasNothingYetIsKeptOutToo() throws Exception {
    try (ScaledJob job = job()) {
      take(job, Inputs.erase("ada"), Inputs.pricing("ada", "p1", T));
      assertThat(job.published().rows()).isEmpty();
    }
  }

  @Test
  void clicksThatWaitAreErased() throws Exception {
    try (ScaledJob job = job()) {
      take(job, Inputs.click("ada", "c1", T, "/a"), Inputs.erase("ada"));
      job.setProcessingTime(T + Inputs.DAY);
      job.settle(ANY);
      assertThat(job.published().rows()).isEmpty();
      assertThat(job.count(SourceTopic.EMAIL_ENGAGEMENT, Outcome.ERASED)).isEqualTo(1);
      assertThat(job.count(SourceTopic.EMAIL_ENGAGEMENT, Outcome.PENDING)).isZero();
    }
  }

  @Test
  void aPersonIsForgottenUnderAllIds() throws Exception {
    try (ScaledJob job = job()) {
      take(job, Inputs.pricing("ada", "p1", T), Inputs.merge("ada", "bob"));
      take(job, Inputs.merge("bob", "eve"));
      take(job, Inputs.erase("ada"));
      for (String id : List.of("ada", "bob", "eve")) {
        take(job, Inputs.pricing(id, "late-" + id, T));
        assertThat(job.stored(id)).isNull();
      }
      assertThat(job.published().rows()).isEmpty();
      assertThat(job.count(SourceTopic.WEB_ACCESS, Outcome.ERASED)).isEqualTo(3);
    }
  }

  @Test
  void whoIsMergedIntoSomebodyErasedIsTheSamePerson() throws Exception {
    try (ScaledJob job = job()) {
      take(job, Inputs.erase("bob"), Inputs.pricing("ada", "p1", T));
      take(job, Inputs.merge("ada", "bob"));
      take(job, Inputs.pricing("ada", "p2", T));
      assertThat(job.published().rows()).isEmpty();
      assertThat(job.stored("ada")).isNull();
      assertThat(job.count(SourceTopic.WEB_ACCESS, Outcome.ERASED)).isEqualTo(1);
    }
  }

  @Test
  void whatALeadTakesAlongToSomebodyErasedIsErased() throws Exception {
    try (ScaledJob job = job()) {
      take(job, Inputs.contact("ada", "f1", T), Inputs.click("ada", "c1", T, "/a"));
      take(job, Inputs.erase("bob"), Inputs.merge("ada", "bob"));

      assertThat(job.published().alertCauses())
          .containsExactly("RAISED hand-raise:contact-form", "UPDATED merged", "RECALLED erased");
      assertThat(job.count(SourceTopic.EMAIL_ENGAGEMENT, Outcome.ERASED)).isEqualTo(1);
      assertThat(job.count(SourceTopic.EMAIL_ENGAGEMENT, Outcome.PENDING)).isZero();
    }
  }

  @Test
  void somebodyErasedIsMergedIntoNobody() throws Exception {
    try (ScaledJob job = job()) {
      take(job, Inputs.erase("ada"), Inputs.pricing("bob", "p1", T));
      take(job, Inputs.merge("ada", "bob"), Inputs.pricing("ada", "p2", T));
      assertThat(job.published().row("bob").getIntentMilli()).isEqualTo(30_000);
    }
  }

  @Test
  void noByteOfItsIdIsLeftInTheState() throws Exception {
    try (ScaledJob job = job()) {
      take(job, Inputs.profile("a-lead-that-goes", T, Inputs.company(T, "Secret", 400)));
      take(job, Inputs.click("a-lead-that-goes", "c1", T, "/a"));
      take(job, Inputs.pricing("a-lead-that-goes", "p1", T), Inputs.pricing("bob", "p2", T));
      assertThat(bytes(job.lastCheckpoint())).contains("a-lead-that-goes", "bob");

      take(job, Inputs.erase("a-lead-that-goes"));
      job.setProcessingTime(T + Inputs.MINUTE);
      job.settle(ANY);
      assertThat(bytes(job.lastCheckpoint())).contains("bob").doesNotContain("a-lead-that-goes");
    }
  }

  /** All that a checkpoint holds, byte for character. */
  private static String bytes(OperatorSubtaskState state) throws IOException {
    StringBuilder bytes = new StringBuilder();
    for (KeyedStateHandle handle : state.getManagedKeyedState()) {
      append(((KeyGroupsStateHandle) handle).openInputStream(), bytes);
    }
    for (KeyedStateHandle handle : state.getRawKeyedState()) {
      append(((KeyGroupsStateHandle) handle).openInputStream(), bytes);
    }
    for (OperatorStateHandle handle : state.getManagedOperatorState()) {
      append(handle.openInputStream(), bytes);
    }
    return bytes.toString();
  }

  private static void append(InputStream in, StringBuilder bytes) throws IOException {
    try (in) {
      bytes.append(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
    }
  }
}
