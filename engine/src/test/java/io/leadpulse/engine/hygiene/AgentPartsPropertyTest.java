package io.leadpulse.engine.hygiene;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.property.Lists;
import io.leadpulse.engine.property.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Parts are found in one pass as one by one. */
class AgentPartsPropertyTest {
  private static final String[] LETTERS = {"a", "A", "b", "B", " ", "/", "İ", "ボ", "𝒳"};

  private record Case(List<String> parts, String agent) {}

  @Test
  void findsAPartIfAndOnlyIfItStandsInTheAgent() {
    Property.check(
        random -> new Case(parts(random), text(random, 12)),
        whole ->
            Lists.smaller(whole.parts()).stream().map(p -> new Case(p, whole.agent())).toList(),
        c -> {
          String agent = " " + c.agent().toLowerCase(Locale.ROOT) + " ";
          boolean expected =
              c.parts().stream().anyMatch(part -> agent.contains(part.toLowerCase(Locale.ROOT)));
          assertThat(new AgentParts(c.parts()).anyIn(AgentParts.prepared(c.agent())))
              .isEqualTo(expected);
        });
  }

  private static List<String> parts(SplittableRandom random) {
    List<String> parts = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      parts.add("a" + text(random, 4));
    }
    return parts;
  }

  private static String text(SplittableRandom random, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(most); i > 0; i--) {
      text.append(LETTERS[random.nextInt(LETTERS.length)]);
    }
    return text.toString();
  }
}
