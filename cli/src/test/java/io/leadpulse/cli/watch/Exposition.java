package io.leadpulse.cli.watch;

import io.leadpulse.cli.watch.PromQuery.Matcher;
import io.leadpulse.cli.watch.PromQuery.Selector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What an endpoint shows to Prometheus: the time series of each metric. */
public final class Exposition {
  /**
   * One time series, now.
   *
   * @param labels name to value
   */
  private record Series(Map<String, String> labels, double value) {}

  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

  private final Map<String, List<Series>> metrics = new HashMap<>();

  /** Reads Prometheus' text format. */
  public static Exposition parse(String text) {
    Exposition exposition = new Exposition();
    text.lines().filter(line -> !line.startsWith("#")).forEach(exposition::add);
    return exposition;
  }

  private void add(String line) {
    Map<String, String> labels = new HashMap<>();
    LABEL.matcher(line).results().forEach(label -> labels.put(label.group(1), label.group(2)));
    double value = Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
    String name = line.split("[{ ]", 2)[0];
    metrics.computeIfAbsent(name, n -> new ArrayList<>()).add(new Series(labels, value));
  }

  /** How many time series there are. */
  public int size() {
    return metrics.values().stream().mapToInt(List::size).sum();
  }

  /** The sum of those that a selector such as {@code name{label="value"}} takes. */
  public double sum(String selector) {
    return matching(PromQuery.parse(selector).selectors().get(0)).stream()
        .mapToDouble(Series::value)
        .sum();
  }

  /** What of a query finds nothing here, one line each. */
  public List<String> missing(Watch watch) {
    List<String> missing = new ArrayList<>();
    PromQuery query = PromQuery.parse(watch.expression());
    for (Selector selector : query.selectors()) {
      List<Series> series = matching(selector);
      if (series.isEmpty()) {
        missing.add("%s: nothing is %s".formatted(watch.where(), selector));
        continue;
      }
      Set<String> labels = series.get(0).labels().keySet();
      missing.addAll(unknown(watch, query.grouping(), labels, selector));
      Set<String> shown = query.grouping().isEmpty() ? labels : query.grouping();
      missing.addAll(unknown(watch, watch.legendLabels(), shown, selector));
    }
    return missing;
  }

  private static List<String> unknown(
      Watch watch, Set<String> wanted, Set<String> labels, Selector selector) {
    return wanted.stream()
        .filter(label -> !labels.contains(label))
        .map(label -> "%s: %s has no '%s'".formatted(watch.where(), selector.metric(), label))
        .toList();
  }

  private List<Series> matching(Selector selector) {
    return metrics.getOrDefault(selector.metric(), List.of()).stream()
        .filter(series -> selector.matchers().stream().allMatch(m -> matches(m, series.labels())))
        .toList();
  }

  /** A label that is chosen by who looks has to be there at least. */
  private static boolean matches(Matcher matcher, Map<String, String> labels) {
    String actual = labels.get(matcher.label());
    if (actual == null || !matcher.isLiteral()) {
      return actual != null;
    }
    return switch (matcher.operator()) {
      case "=" -> actual.equals(matcher.value());
      case "!=" -> !actual.equals(matcher.value());
      case "=~" -> actual.matches(matcher.value());
      case "!~" -> !actual.matches(matcher.value());
      default -> throw new IllegalArgumentException(matcher.toString());
    };
  }
}
