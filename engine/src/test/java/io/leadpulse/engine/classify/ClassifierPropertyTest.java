package io.leadpulse.engine.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.model.Matcher;
import io.leadpulse.engine.property.Lists;
import io.leadpulse.engine.property.Property;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClassifierPropertyTest {

  private record Case(List<Matcher> matchers, List<Engagement> events) {
    List<Case> smaller() {
      return Stream.concat(
              Lists.smaller(matchers).stream().map(fewer -> new Case(fewer, events)),
              Lists.smaller(events).stream().map(fewer -> new Case(matchers, fewer)))
          .toList();
    }
  }

  @Test
  void theIndexFindsWhatAskingEverySignalFinds() {
    Property.check(
        random ->
            new Case(
                RandomModels.matchers(random),
                IntStream.range(0, 8).mapToObj(i -> RandomModels.event(random)).toList()),
        Case::smaller,
        given -> {
          Classifier classifier = Classifier.of(RandomModels.model(given.matchers()));
          ClassifierOracle oracle = new ClassifierOracle(given.matchers());
          for (Engagement event : given.events()) {
            assertThat(classified(classifier, event)).isEqualTo(oracle.classify(event));
          }
        });
  }

  @Test
  void globsOfPathsMeanWhatTheirRegularExpressionsMean() {
    Property.check(
        random -> List.of(RandomModels.globOfPath(random), RandomModels.pathOfEvent(random)),
        given -> {
          String path = given.get(1);
          assertThat(Glob.ofPath(given.get(0)).matches(path, Paths.end(path)))
              .isEqualTo(GlobOracle.matchesPath(given.get(0), path));
        });
  }

  @Test
  void otherGlobsMeanWhatTheirRegularExpressionsMean() {
    Property.check(
        random -> List.of(RandomModels.globOfText(random), RandomModels.value(random)),
        given -> {
          String text = given.get(1);
          assertThat(Glob.ofText(given.get(0)).matches(text, text.length()))
              .isEqualTo(GlobOracle.matchesText(given.get(0), text));
        });
  }

  private static List<Integer> classified(Classifier classifier, Engagement event) {
    int[] matched = new int[classifier.capacity()];
    int count = classifier.classify(event, matched);
    return Arrays.stream(matched, 0, count).boxed().toList();
  }
}
