package io.leadpulse.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JobFormTest {
  private final JobForm.Converter converter = new JobForm.Converter();

  @Test
  void isFoundByTheNameOfTheJob() {
    for (JobForm form : JobForm.values()) {
      assertThat(converter.convert(form.jobName())).isEqualTo(form);
    }
    assertThatThrownBy(() -> converter.convert("handoff"))
        .hasMessage("'handoff' is none of [lead-scoring, hand-off]");
  }

  @Test
  void bothHaveDefaultsAndGroupsOfTheirOwn() throws Exception {
    assertThat(JobForm.LEAD_SCORING.defaults("kafka:9092").kafka().groupId())
        .isEqualTo("leadpulse-lead-scoring");
    assertThat(JobForm.HAND_OFF.defaults("kafka:9092").kafka().groupId())
        .isEqualTo("leadpulse-hand-off");
  }
}
