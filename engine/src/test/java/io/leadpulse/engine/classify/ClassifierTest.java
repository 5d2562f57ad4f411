package io.leadpulse.engine.classify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.event.EngagementBuilder;
import io.leadpulse.engine.event.EventKind;
import io.leadpulse.engine.expression.Conditions;
import io.leadpulse.engine.model.Matcher;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.model.Signal;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassifierTest {
  private static final List<String> NONE = List.of();

  @Test
  void countsForEverySignalThatMatchesInOrder() {
    Classifier classifier =
        Classifier.of(
            RandomModels.model(
                List.of(
                    pages("/products/**", ""),
                    pages("/pricing/**", ""),
                    pages("*", ""),
                    pages("/products/a", ""))));

    assertThat(classify(classifier, view("/products/a").build())).containsExactly(0, 2, 3);
  }

  @Test
  void signalsOfOtherPagesAreNotEvenInspected() {
    Classifier classifier =
        Classifier.of(
            RandomModels.model(
                List.of(pages("/products/**", ""), pages("/pricing/**", ""), pages("/blog", ""))));

    classify(classifier, view("/products/a").build());
    assertThat(classifier.inspected()).isEqualTo(1);
    classify(classifier, view("/about").build());
    assertThat(classifier.inspected()).isZero();
    classify(classifier, view("/pricing/b").build());
    classify(classifier, Engagement.of(EventKind.OPEN, "lead", "event").build());
    assertThat(classifier.inspected()).isZero();
  }

  @Test
  void otherwiseCountsOnlyIfNothingElseOfTheKindDid() {
    Classifier classifier =
        Classifier.of(RandomModels.model(List.of(everythingElse(), pages("/pricing/**", ""))));

    assertThat(classify(classifier, view("/pricing").build())).containsExactly(1);
    assertThat(classify(classifier, view("/about").build())).containsExactly(0);
    assertThat(classify(classifier, Engagement.of(EventKind.OPEN, "lead", "event").build()))
        .isEmpty();
  }

  @Test
  void asksTheExpressionOnlyOfWhatMatchesOtherwise() {
    Classifier classifier =
        Classifier.of(
            RandomModels.model(List.of(pages("/a/**", "event.title == 'x'"), everythingElse())));

    assertThat(classify(classifier, view("/a/b").title("x").build())).containsExactly(0);
    assertThat(classify(classifier, view("/a/b").title("y").build())).containsExactly(1);
    assertThat(classify(classifier, view("/b").title("x").build())).containsExactly(1);
  }

  @Test
  void anEventWithoutTheAttributeMatchesNoListOfIt() {
    Classifier classifier = Classifier.of(RandomModels.model(List.of(pages("**", ""))));

    assertThat(classify(classifier, view("").build())).isEmpty();
  }

  @Test
  void doesNotLookAtSignalsThatDoNotMatch() {
    List<Signal> signals = largeModel().signals();
    KindIndex index = new KindIndex(signals, new Conditions());
    List<Integer> lookedAt = new ArrayList<>();

    index.candidates(
        view("/products/p123/manual.pdf").campaign("campaign-77").build(), lookedAt::add);

    assertThat(lookedAt).containsOnly(123, 4_000 + 123, 8_000 + 77, 12_000 + 77);
  }

  @Test
  void makesNoObjects() {
    Classifier classifier = Classifier.of(largeModel());
    int[] matched = new int[classifier.capacity()];
    Engagement event = view("/products/p123/manual.pdf").campaign("campaign-77").build();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long found = 0;
    for (int i = 0; i < 20_000; i++) {
      found += classifier.classify(event, matched);
    }

    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 10_000; i++) {
      found += classifier.classify(event, matched);
    }
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;

    assertThat(found).isEqualTo(4 * 30_000);
    assertThat(bytes).as("bytes for 10,000 events").isLessThan(10_000);
  }

  @Test
  void copiesShareTheIndexButNotTheNotes() {
    Classifier one = Classifier.of(RandomModels.model(List.of(pages("/a/**", ""))));
    Classifier other = one.copy();

    assertThat(classify(one, view("/a").build())).containsExactly(0);
    assertThat(classify(other, view("/a").build())).containsExactly(0);
    assertThat(other.capacity()).isEqualTo(one.capacity());
  }

  /** Four signals for each of 4,000 products and campaigns, and no two alike. */
  private static ScoringModel largeModel() {
    List<Matcher> matchers = new ArrayList<>();
    for (int i = 0; i < 4_000; i++) {
      matchers.add(pages("/products/p" + i + "/**", ""));
    }
    for (int i = 0; i < 4_000; i++) {
      matchers.add(pages("/products/p" + i + "/*.pdf", ""));
    }
    for (int i = 0; i < 4_000; i++) {
      matchers.add(campaign("/products/**", "campaign-" + i));
    }
    for (int i = 0; i < 4_000; i++) {
      matchers.add(campaign("*.pdf", "campaign-" + i));
    }
    return RandomModels.model(matchers);
  }

  private static EngagementBuilder view(String path) {
    return Engagement.of(EventKind.PAGE_VIEW, "lead", "event").path(path);
  }

  private static Matcher pages(String path, String where) {
    return new Matcher(
        EventKind.PAGE_VIEW, List.of(path), NONE, NONE, NONE, NONE, NONE, where, false);
  }

  private static Matcher campaign(String path, String campaign) {
    return new Matcher(
        EventKind.PAGE_VIEW, List.of(path), NONE, NONE, NONE, List.of(campaign), NONE, "", false);
  }

  private static Matcher everythingElse() {
    return new Matcher(EventKind.PAGE_VIEW, NONE, NONE, NONE, NONE, NONE, NONE, "", true);
  }

  private static List<Integer> classify(Classifier classifier, Engagement event) {
    int[] matched = new int[classifier.capacity()];
    int count = classifier.classify(event, matched);
    List<Integer> signals = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      signals.add(matched[i]);
    }
    return signals;
  }
}
