package io.leadpulse.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.cli.watch.PromQuery.Matcher;
import io.leadpulse.cli.watch.PromQuery.Selector;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromQueryTest {

  @Test
  void namesMetricsMatchersAndGroups() {
    PromQuery query =
        PromQuery.parse(
            "sum by (job, source) (rate(a_total{job=~\"$job\",q=\"0.9\"}[5m:])) > 1e9\n"
                + "and on (job) min without (host) (up) / 100 > 3 unless b{x!=\"and {\"} offset 1d");
    assertThat(query.selectors())
        .containsExactly(
            new Selector(
                "a_total", List.of(new Matcher("job", "=~", "$job"), new Matcher("q", "=", "0.9"))),
            new Selector("up", List.of()),
            new Selector("b", List.of(new Matcher("x", "!=", "and {"))));
    assertThat(query.grouping()).containsExactly("job", "source", "host");
  }

  @Test
  void whatIsNoFunctionItKnowsIsAMetric() {
    assertThat(PromQuery.parse("time() - summ(rate)").selectors())
        .extracting(Selector::metric)
        .containsExactly("summ", "rate");
  }
}
