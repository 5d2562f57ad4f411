package io.leadpulse.cli.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.schemas.AlertType;
import io.leadpulse.schemas.HotLeadAlert;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MessageLogTest {
  private final MessageLog<HotLeadAlert> log = new AlertFilter(null, null, Set.of()).log();

  @Test
  void isInTimeOrderWithoutRepeats() {
    log.add(alert(AlertType.UPDATED, "b", 5));
    log.add(alert(AlertType.RAISED, "a", 3));
    log.add(alert(AlertType.RAISED, "b", 4));
    log.add(alert(AlertType.RAISED, "a", 3));
    assertThat(log.rows(9))
        .extracting(alert -> alert.getLeadId() + " " + alert.getType())
        .containsExactly("a RAISED", "b RAISED", "b UPDATED");
  }

  @Test
  void keepsTheNewestUnderALimit() {
    log.add(alert(AlertType.RAISED, "a", 1));
    log.add(alert(AlertType.COOLED, "a", 2));
    assertThat(log.rows(1)).extracting(HotLeadAlert::getType).containsExactly(AlertType.COOLED);
  }

  @Test
  void holdsWhatIsAskedFor() {
    MessageLog<HotLeadAlert> some =
        new AlertFilter("a", Samples.CARD, Set.of(AlertType.COOLED)).log();
    assertThat(some.isNews(alert(AlertType.RAISED, "a", 1))).isFalse();
    assertThat(some.isNews(alert(AlertType.COOLED, "b", 1))).isFalse();
    assertThat(some.isNews(alert(AlertType.COOLED, "a", 1))).isTrue();
    assertThat(some.isNews(alert(AlertType.COOLED, "a", 1))).isFalse();
  }

  private static HotLeadAlert alert(AlertType type, String leadId, int hours) {
    return Samples.alert(type, leadId, Samples.NOON.plus(Duration.ofHours(hours))).build();
  }
}
