package io.leadpulse.engine.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.property.Property;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LiteralScanTest {
  private record Case(Map<String, List<Integer>> listed, String value, boolean closing) {}

  private static Case generate(SplittableRandom random) {
    Map<String, List<Integer>> listed = new HashMap<>();
    int texts = random.nextInt(1, 8);
    for (int i = 0; i < texts; i++) {
      listed.computeIfAbsent(text(random, 1, 5), any -> new ArrayList<>()).add(i);
    }
    return new Case(listed, text(random, 0, 20), random.nextBoolean());
  }

  private static String text(SplittableRandom random, int least, int most) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(least, most);
    for (int i = 0; i < length; i++) {
      text.append("ab/料é".charAt(random.nextInt(5)));
    }
    return text.toString();
  }

  private static Set<Integer> found(LiteralScan scan, Case given) {
    Set<Integer> found = new TreeSet<>();
    scan.scan(given.value, given.value.length(), given.closing, found::add);
    return found;
  }

  @Test
  void findsEveryTextThatStandsInTheValueWithRowsAndWithout() {
    Property.check(
        LiteralScanTest::generate,
        given -> {
          String whole = given.value + (given.closing ? "/" : "");
          Set<Integer> expected = new TreeSet<>();
          given.listed.forEach(
              (text, items) -> {
                if (whole.contains(text)) {
                  expected.addAll(items);
                }
              });
          assertThat(found(new LiteralScan(given.listed), given)).isEqualTo(expected);
          assertThat(found(new LiteralScan(given.listed, 0), given)).isEqualTo(expected);
        });
  }
}
