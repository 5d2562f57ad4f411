package io.leadpulse.intake.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadpulse.intake.lead.LeadFrom.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeadFromTest {
  @Test
  void readsWhatIsWrittenOnTheCommandLine() {
    assertThat(LeadFrom.parse("ip")).isEqualTo(new LeadFrom(Field.IP, ""));
    assertThat(LeadFrom.parse("user")).isEqualTo(new LeadFrom(Field.USER, ""));
    assertThat(LeadFrom.parse("cookie=uid")).isEqualTo(new LeadFrom(Field.COOKIE, "uid"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "IP", "cookie", "cookie=", "mail"})
  void refusesAllElse(String text) {
    assertThatThrownBy(() -> LeadFrom.parse(text)).hasMessage("must be ip, user or cookie=NAME");
  }
}
