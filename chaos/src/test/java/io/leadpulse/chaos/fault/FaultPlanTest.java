package io.leadpulse.chaos.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.chaos.agent.Point;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultPlanTest {
  @Test
  void theSameSeedGivesTheSamePlanAndALongerOneBeginsWithIt() {
    assertThat(FaultPlan.of(7, 40))
        .isEqualTo(FaultPlan.of(7, 40))
        .isNotEqualTo(FaultPlan.of(8, 40));
    assertThat(FaultPlan.of(7, 60).faults().subList(0, 40)).isEqualTo(FaultPlan.of(7, 40).faults());
  }

  @Test
  void twoHundredFaultsLeaveNothingOut() {
    List<Fault> faults = FaultPlan.of(1, 200).faults();

    assertThat(faults.stream().map(Fault::manner))
        .contains("random", "suspended")
        .containsAll(Arrays.stream(Point.values()).map(Point::term).toList());
    assertThat(faults.stream().map(Fault::target)).contains(Target.values());
  }

  @Test
  void aPointIsStruckInTheProcessWhoseCodeItIs() {
    assertThat(FaultPlan.of(3, 200).faults())
        .allSatisfy(
            fault -> {
              Point point = fault.point();
              if (point != null) {
                assertThat(fault.target().name()).isEqualTo(point.process().name());
                assertThat(fault.suspended()).isZero();
              }
            });
  }
}
