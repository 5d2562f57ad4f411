package io.leadpulse.chaos.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.chaos.people.Line.Change;
import io.leadpulse.chaos.people.Line.Visit;
import io.leadpulse.jobs.record.SourceTopic;
import io.leadpulse.schemas.IdentityChangeKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StoryTest {
  private static final int RECORDS = 10_000;

  private final Story story = Story.of(1, RECORDS, 5);

  private List<Line> lines() {
    return story.chapters().stream().flatMap(List::stream).toList();
  }

  @Test
  void theSameSeedGivesTheSameStory() {
    assertThat(Story.of(1, RECORDS, 5)).isEqualTo(story);
    assertThat(Story.of(2, RECORDS, 5)).isNotEqualTo(story);
  }

  @Test
  void everyKindOfChangeAndEveryTopicOccurs() {
    assertThat(lines())
        .filteredOn(Change.class::isInstance)
        .extracting(line -> ((Change) line).kind())
        .contains(
            IdentityChangeKind.LINK,
            IdentityChangeKind.MERGE,
            IdentityChangeKind.SPLIT,
            IdentityChangeKind.ERASE);
    assertThat(lines())
        .extracting(Line::topic)
        .contains(
            SourceTopic.WEB_ACCESS,
            SourceTopic.EMAIL_ENGAGEMENT,
            SourceTopic.WEBINAR_ENGAGEMENT,
            SourceTopic.SALES_ACTIVITY,
            SourceTopic.LEAD_PROFILE);
  }

  @Test
  void noChapterHasBothAMergeAndWhatHangsOnIt() {
    Map<String, Set<Integer>> merged = new HashMap<>();
    for (int chapter = 0; chapter < story.chapters().size(); chapter++) {
      for (Line line : story.chapters().get(chapter)) {
        if (line instanceof Change change && change.kind() == IdentityChangeKind.MERGE) {
          merged.computeIfAbsent(change.leadId(), any -> new HashSet<>()).add(chapter);
        }
      }
    }
    for (int chapter = 0; chapter < story.chapters().size(); chapter++) {
      for (Line line : story.chapters().get(chapter)) {
        if (line instanceof Change change && change.kind() == IdentityChangeKind.SPLIT) {
          assertThat(merged.get(change.leadId())).isNotEmpty().doesNotContain(chapter);
        }
      }
    }
  }

  @Test
  void whatComesAfterSomethingIsSentAfterIt() {
    Set<String> sent = new HashSet<>();
    for (Line line : lines()) {
      assertThat(line.when().after())
          .satisfiesAnyOf(
              after -> assertThat(after).isEmpty(), after -> assertThat(sent).contains(after));
      sent.add(line.eventId());
    }
  }

  @Test
  void copiesSayTheSame() {
    Map<String, Set<Line>> byEvent =
        lines().stream().collect(Collectors.groupingBy(Line::eventId, Collectors.toSet()));
    assertThat(byEvent.values()).allMatch(same -> same.size() == 1);
    assertThat(byEvent).hasSizeLessThan(lines().size());
  }

  @Test
  void someVisitorsAreNeverKnown() {
    Account account = new Account();
    lines().forEach(account::add);
    long anonymous =
        lines().stream().filter(line -> line instanceof Visit visit && visit.isAnonymous()).count();
    assertThat(account.waiting()).isPositive().isLessThan(anonymous);
  }
}
