package io.leadpulse.engine.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.model.Damper;
import io.leadpulse.engine.model.Text;
import io.leadpulse.engine.property.Property;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DampingTest {
  private static final Text NO_TEXT = new Text("", "");

  private record Case(List<Damper> dampers, long total, long active) {}

  private static Case generate(SplittableRandom random) {
    int size = random.nextInt(65);
    List<Damper> dampers = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int denominator = random.nextInt(1, 100_000);
      int numerator = random.nextInt(denominator + 1);
      dampers.add(
          new Damper(
              i, "d" + i, numerator, denominator, List.of(), "true", List.of(), 0, 0, NO_TEXT));
    }
    long every = size == 0 ? 0 : -1L >>> (Long.SIZE - size);
    long active = random.nextLong() & (random.nextBoolean() ? random.nextLong() : -1) & every;
    return new Case(dampers, random.nextLong(DecayedSum.LIMIT), active);
  }

  @Test
  void theProductIsFlooredOnceHoweverManyThereAre() {
    Property.check(
        DampingTest::generate,
        given -> {
          BigInteger product = BigInteger.valueOf(given.total);
          BigInteger divisor = BigInteger.ONE;
          for (Damper damper : given.dampers) {
            if ((given.active >>> damper.index() & 1) != 0) {
              product = product.multiply(BigInteger.valueOf(damper.numerator()));
              divisor = divisor.multiply(BigInteger.valueOf(damper.denominator()));
            }
          }
          List<Cut> cuts = new ArrayList<>();
          long damped = new Damping(given.dampers).of(given.total, given.active, cuts);
          assertThat(damped).isEqualTo(product.divide(divisor).longValueExact());
          assertThat(cuts.stream().mapToLong(Cut::milliPoints).sum())
              .isEqualTo(given.total - damped);
        });
  }
}
