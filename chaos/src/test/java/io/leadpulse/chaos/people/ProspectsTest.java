package io.leadpulse.chaos.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.chaos.people.Line.Page;
import io.leadpulse.chaos.people.Line.Portrait;
import io.leadpulse.chaos.people.Line.Sale;
import io.leadpulse.chaos.people.Line.Visit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProspectsTest {
  private static final List<String> TEAMS = List.of("inside", "field");

  private final Prospects prospects = Prospects.of(1, 4_000, 3, TEAMS);

  private List<Line> acts() {
    return prospects.chapters().stream().flatMap(List::stream).toList();
  }

  @Test
  void theSameSeedGivesTheSameProspects() {
    assertThat(Prospects.of(1, 4_000, 3, TEAMS)).isEqualTo(prospects);
    assertThat(Prospects.of(2, 4_000, 3, TEAMS)).isNotEqualTo(prospects);
    assertThat(prospects.records()).isGreaterThanOrEqualTo(4_000);
  }

  @Test
  void oneThatAsksDoesSoFirstAndOnceAndIsNobodysYet() {
    Set<String> acted = new HashSet<>();
    Set<String> asked = new HashSet<>();
    for (Line line : acts()) {
      if (line instanceof Visit visit && visit.page() == Page.CONTACT) {
        assertThat(acted).doesNotContain(line.leadId());
        asked.add(line.leadId());
      }
      acted.add(line.leadId());
    }
    assertThat(asked).hasSizeGreaterThan(30).doesNotContainAnyElementsOf(inCharge());
  }

  private Set<String> inCharge() {
    return prospects.portraits().stream()
        .filter(line -> line instanceof Portrait portrait && !portrait.team().isEmpty())
        .map(Line::leadId)
        .collect(Collectors.toSet());
  }

  @Test
  void nobodyButSalesReports() {
    assertThat(acts()).noneMatch(line -> line instanceof Sale || line instanceof Portrait);
    assertThat(inCharge()).hasSizeBetween(prospects.leads() / 5, prospects.leads() / 2);
  }
}
