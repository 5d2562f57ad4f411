package io.leadpulse.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SimulationSettingsTest {

  @Test
  void aThousandLeadsByDefault() {
    assertThat(SimulationSettings.defaults().leads()).isEqualTo(1_000);
  }

  @Test
  void refusesNoLeads() {
    assertThatThrownBy(() -> SimulationSettings.defaults().withLeads(0))
        .hasMessage("leads must be 1 to 1000000, but is 0");
  }

  @Test
  void refusesSharesThatAreNone() {
    assertThatThrownBy(() -> new SimulationSettings(1, 1, -0.1, 0, 0, 0, 0, 0))
        .hasMessageContaining("0 or more");
    assertThatThrownBy(() -> new SimulationSettings(1, 1, Double.NaN, 0, 0, 0, 0, 0))
        .hasMessageContaining("0 or more");
    assertThatThrownBy(() -> new SimulationSettings(1, 1, 0.5, 0.6, 0, 0, 0, 0))
        .hasMessageContaining("more than 1");
  }
}
