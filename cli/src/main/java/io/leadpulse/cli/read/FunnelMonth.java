package io.leadpulse.cli.read;

import io.leadpulse.schemas.FunnelStats;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the funnel says of a team and month.
 *
 * @param rows one or more
 */
record FunnelMonth(String team, String month, List<FunnelStats> rows) {
  private static final Comparator<FunnelStats> LARGEST_FIRST =
      Comparator.comparingInt(FunnelStats::getReleased)
          .thenComparingInt(FunnelStats::getRaised)
          .reversed();

  private static final Comparator<FunnelMonth> NEWEST_FIRST =
      Comparator.comparing(FunnelMonth::month).reversed().thenComparing(FunnelMonth::team);

  /** Rows by team and month, the newest month first. */
  static List<FunnelMonth> of(List<FunnelStats> rows) {
    return rows.stream()
        .collect(Collectors.groupingBy(row -> List.of(row.getTeam(), row.getMonth())))
        .entrySet()
        .stream()
        .map(e -> new FunnelMonth(e.getKey().get(0), e.getKey().get(1), e.getValue()))
        .sorted(NEWEST_FIRST)
        .toList();
  }

  /** The newest of them, for what each says of the month. */
  FunnelStats newest() {
    return rows.stream().max(Comparator.comparing(FunnelStats::getAsOf)).orElseThrow();
  }

  /** All hot leads of the month; empty if there are none. */
  Optional<FunnelStats> hot() {
    List<FunnelStats> all =
        rows.stream().filter(row -> FunnelBy.all.isOf(row.getDimension())).toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(FunnelSum.of(all));
  }

  /** What sales did in the month; empty if it did nothing. */
  Optional<FunnelStats> activity() {
    return rows.stream().filter(row -> row.getDimension().equals(FunnelBy.ACTIVITY)).findFirst();
  }

  /** A sum for each part, that of the most leads first. */
  List<FunnelStats> parts(FunnelBy by) {
    return rows.stream()
        .filter(row -> by.isOf(row.getDimension()))
        .collect(Collectors.groupingBy(by::part, TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(FunnelSum::of)
        .sorted(LARGEST_FIRST)
        .toList();
  }
}
