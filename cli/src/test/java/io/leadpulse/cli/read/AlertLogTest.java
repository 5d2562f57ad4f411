package io.leadpulse.cli.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.schemas.AlertType;
import io.leadpulse.schemas.HotLeadAlert;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlertLogTest {
  private final AlertLog log = new AlertLog(new AlertFilter(null, null, Set.of()));

  @Test
  void isInTimeOrderWithoutRepeats() {
    log.take(alert(AlertType.UPDATED, "b", 5));
    log.take(alert(AlertType.RAISED, "a", 3));
    log.take(alert(AlertType.RAISED, "b", 4));
    log.take(alert(AlertType.RAISED, "a", 3));
    assertThat(log.newest(9))
        .extracting(alert -> alert.getLeadId() + " " + alert.getType())
        .containsExactly("a RAISED", "b RAISED", "b UPDATED");
  }

  @Test
  void keepsTheNewestUnderALimit() {
    log.take(alert(AlertType.RAISED, "a", 1));
    log.take(alert(AlertType.COOLED, "a", 2));
    assertThat(log.newest(1)).extracting(HotLeadAlert::getType).containsExactly(AlertType.COOLED);
  }

  @Test
  void holdsWhatIsAskedFor() {
    AlertLog some = new AlertLog(new AlertFilter("a", Samples.CARD, Set.of(AlertType.COOLED)));
    assertThat(some.isNews(alert(AlertType.RAISED, "a", 1))).isFalse();
    assertThat(some.isNews(alert(AlertType.COOLED, "b", 1))).isFalse();
    assertThat(some.isNews(alert(AlertType.COOLED, "a", 1))).isTrue();
    assertThat(some.isNews(alert(AlertType.COOLED, "a", 1))).isFalse();
  }

  private static HotLeadAlert alert(AlertType type, String leadId, int hours) {
    return Samples.alert(type, leadId, Samples.NOON.plus(Duration.ofHours(hours))).build();
  }
}
