package io.leadpulse.cli.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FunnelFiguresTest {

  @Test
  void markARateOfFewLeads() {
    Rates rates = new Rates(new Words(Language.en));
    assertThat(rates.of(2, 5)).isEqualTo("40 % of 5");
    assertThat(rates.of(2, 19)).isEqualTo("11 % of 19");
    assertThat(rates.of(2, 20)).isEqualTo("10 %");
    assertThat(rates.of(2, 5, "met")).isEqualTo("40 % of 5 met");
    assertThat(rates.of(1, 40, "met")).isEqualTo("3 % of met");
    assertThat(rates.of(0, 0)).isEmpty();
  }

  @Test
  void measureAPaceByBusinessDays() {
    assertThat(new Pace(200, 96, 19, 8).due()).isEqualTo("84.2");
    assertThat(new Pace(200, 96, 19, 8).ahead()).isEqualTo(11);
    assertThat(new Pace(50, 14, 19, 8).ahead()).isEqualTo(-7);
    assertThat(new Pace(5, 2, 19, 8).ahead()).isZero();
    assertThat(new Pace(5, 2, 0, 0).due()).isZero();
  }

  @Test
  void showBusinessTimeAsAPersonSaysIt() {
    assertThat(Figures.hours(Duration.ofMinutes(25).toMillis())).isEqualTo("25 min");
    assertThat(Figures.hours(Duration.ofMinutes(210).toMillis())).isEqualTo("3.5 h");
    assertThat(Figures.hours(Duration.ofHours(6).toMillis())).isEqualTo("6 h");
    assertThat(Figures.hours(Duration.ofMinutes(1_290).toMillis())).isEqualTo("22 h");
    assertThat(Figures.hours(Duration.ofHours(80).toMillis())).isEqualTo("80 h");
  }
}
