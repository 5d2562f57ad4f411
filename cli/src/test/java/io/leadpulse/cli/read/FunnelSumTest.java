package io.leadpulse.cli.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.schemas.FunnelStats;
import java.time.Duration;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class FunnelSumTest {

  @Test
  void addsUpEachCountAndNoOtherNumber() {
    FunnelStats one = Samples.hotLeads().build();
    one.getSchema().getFields().stream()
        .filter(field -> field.schema().getType() == Schema.Type.INT)
        .forEach(field -> one.put(field.pos(), field.pos()));
    FunnelStats sum = FunnelSum.of(List.of(one, FunnelStats.newBuilder(one).build()));
    for (Schema.Field field : one.getSchema().getFields()) {
      if (field.schema().getType() == Schema.Type.INT) {
        boolean same = field.name().matches("businessDays.*|planned.*");
        assertThat(sum.get(field.pos()))
            .as(field.name())
            .isEqualTo(same ? field.pos() : 2 * field.pos());
      }
    }
  }

  @Test
  void hasNoMedianOfSeveralRows() {
    FunnelStats row = Samples.hotLeads().build();
    FunnelStats sum = FunnelSum.of(List.of(row, Samples.hotLeads().setModelVersion(4).build()));
    for (FunnelStep step : FunnelStep.values()) {
      assertThat(step.medianMillis(sum)).as(step.name()).isNull();
    }
    assertThat(FunnelSum.of(List.of(row))).isEqualTo(row);
    assertThat(FunnelStep.WON.medianMillis(row)).isEqualTo(290_000_000L);
  }

  @Test
  void takesTheBusinessDayFromTheNewestRow() {
    FunnelStats later =
        Samples.hotLeads()
            .setAsOf(Samples.NOON.plus(Duration.ofDays(1)))
            .setBusinessDaysPassed(9)
            .build();
    FunnelStats earlier = Samples.hotLeads().build();
    assertThat(FunnelSum.of(List.of(later, earlier)).getBusinessDaysPassed()).isEqualTo(9);
    assertThat(FunnelSum.of(List.of(earlier, later)).getBusinessDaysPassed()).isEqualTo(9);
  }
}
