package io.leadpulse.engine.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.profile.Exclusion;
import io.leadpulse.engine.property.Lists;
import io.leadpulse.engine.property.Property;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Where a lead stands with sales follows from the set of reports, told plainly here. */
class SalesStatusTest {
  private static final long START = Hours.startMillis(500_000);
  private static final Comparator<SalesActivity> LATER =
      Comparator.comparingLong(SalesActivity::occurredAt).thenComparing(SalesActivity::kind);

  private record Case(List<SalesActivity> reports, long seed) {
    Case with(List<SalesActivity> fewer) {
      return new Case(fewer, seed);
    }
  }

  private record Plain(
      SalesActivity.Kind latest, Exclusion exclusion, List<Integer> marks, boolean customer) {}

  /** Few instants in few hours, so that many reports are of one. */
  private static Case random(SplittableRandom random) {
    List<SalesActivity> reports = new ArrayList<>();
    int size = random.nextInt(12);
    for (int i = 0; i < size; i++) {
      long at = START + random.nextInt(12) * Hours.MILLIS / 3;
      SalesActivity.Kind[] kinds = SalesActivity.Kind.values();
      SalesActivity.Kind kind = kinds[random.nextInt(kinds.length)];
      Exclusion why =
          kind == SalesActivity.Kind.REJECTED
              ? Exclusion.values()[random.nextInt(Exclusion.values().length)]
              : Exclusion.NONE;
      reports.add(new SalesActivity("s" + i, kind, at, at, why));
    }
    return new Case(reports, random.nextLong());
  }

  private static Plain recount(List<SalesActivity> reports) {
    SalesActivity.Kind latest =
        reports.stream().max(LATER).map(SalesActivity::kind).orElse(SalesActivity.Kind.RECYCLED);
    Exclusion exclusion =
        reports.stream()
            .filter(r -> r.exclusion() != Exclusion.NONE || r.kind() == SalesActivity.Kind.RECYCLED)
            .max(LATER.thenComparing(SalesActivity::exclusion))
            .map(SalesActivity::exclusion)
            .orElse(Exclusion.NONE);
    List<Integer> marks =
        reports.stream()
            .filter(
                r -> r.kind() == SalesActivity.Kind.LOST || r.kind() == SalesActivity.Kind.RECYCLED)
            .map(r -> Hours.of(r.occurredAt()))
            .distinct()
            .sorted()
            .toList();
    return new Plain(latest, exclusion, marks, latest == SalesActivity.Kind.WON);
  }

  private static Plain plain(SalesStatus status) {
    List<Integer> marks = new ArrayList<>();
    for (int hour : status.markHours()) {
      marks.add(hour);
    }
    return new Plain(status.latestKind, status.exclusion(), marks, status.isCustomer());
  }

  @Test
  void theSetOfReportsDecidesWhateverTheirOrderAndWhoeverTheyWereOf() {
    Property.check(
        SalesStatusTest::random,
        whole -> Lists.smaller(whole.reports()).stream().map(whole::with).toList(),
        given -> {
          SplittableRandom random = new SplittableRandom(given.seed());
          List<SalesStatus> ids = List.of(new SalesStatus(), new SalesStatus(), new SalesStatus());
          for (SalesActivity report : Lists.shuffled(given.reports(), random)) {
            ids.get(random.nextInt(ids.size())).apply(report);
          }
          SalesStatus person = new SalesStatus();
          Lists.shuffled(ids, random).forEach(person::unite);
          assertThat(plain(person)).isEqualTo(recount(given.reports()));
        });
  }

  @Test
  void aReportTellsWhetherTouchesAreWorthSomethingElse() {
    for (SalesActivity.Kind kind : SalesActivity.Kind.values()) {
      SalesActivity report = new SalesActivity("s", kind, START, START, Exclusion.NONE);
      assertThat(new SalesStatus().apply(report))
          .as(kind.name())
          .isEqualTo(kind == SalesActivity.Kind.LOST || kind == SalesActivity.Kind.RECYCLED);
    }
  }
}
