package io.leadpulse.engine.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.leadpulse.engine.event.EventKind;
import io.leadpulse.engine.model.AgentList;
import io.leadpulse.engine.model.AgentRules;
import io.leadpulse.engine.model.Audience;
import io.leadpulse.engine.model.Category;
import io.leadpulse.engine.model.Damper;
import io.leadpulse.engine.model.Decay;
import io.leadpulse.engine.model.FitRule;
import io.leadpulse.engine.model.Gate;
import io.leadpulse.engine.model.Hygiene;
import io.leadpulse.engine.model.NetworkRules;
import io.leadpulse.engine.model.OncePer;
import io.leadpulse.engine.model.ReturnRule;
import io.leadpulse.engine.model.Scorecard;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.model.StableHash;
import io.leadpulse.engine.model.Text;
import io.leadpulse.engine.model.Weight;
import io.leadpulse.engine.profile.Exclusion;
import io.leadpulse.engine.profile.Fit;
import io.leadpulse.engine.yaml.Problem;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelParserTest {
  private static final int DAY = 24;

  @Test
  void readsEveryPartOfAModel() {
    ScoringModel model = parse(RefusedModels.complete()).orThrow().model();

    assertThat(model.id()).isEqualTo("test");
    assertThat(model.version()).isEqualTo(3);
    assertThat(model.zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    assertThat(model.retentionHours()).isEqualTo(180 * DAY);
    assertThat(model.lostKeepMilli()).isEqualTo(500);
    assertThat(model.exclusions()).containsExactlyInAnyOrder(Exclusion.COMPETITOR, Exclusion.LEFT);
    assertThat(model.signals())
        .extracting(signal -> signal.index() + " " + signal.id())
        .containsExactly("0 form", "1 page", "2 rest", "3 click", "4 back");
    assertThat(model.signals().get(0).human()).isTrue();
    assertThat(model.signals().get(0).label()).isEqualTo(new Text("form", "form"));
    assertThat(model.signals().get(1).oncePer()).isEqualTo(OncePer.SESSION);
    assertThat(model.signals().get(1).matcher().paths()).containsExactly("/a/**");
    assertThat(model.signals().get(2).matcher().otherwise()).isTrue();
    assertThat(model.signals().get(3).matcher().on()).isEqualTo(EventKind.CLICK);
    assertThat(model.signals().get(4).returns()).isEqualTo(new ReturnRule(List.of(1), 7));
    assertThat(model.dampers())
        .containsExactly(
            new Damper(
                0,
                "out",
                4,
                5,
                List.of("mail"),
                "profile.emailOptOut",
                List.of(),
                1,
                1,
                new Text("out", "out")),
            new Damper(
                1, "jobs", 1, 2, List.of(), "", List.of(1), 2, 30 * DAY, new Text("jobs", "jobs")));
    assertThat(model.fitRules()).containsExactly(new FitRule(Fit.A, "profile.employees > 99"));
  }

  @Test
  void readsWhatTellsMachinesFromPeople() {
    Hygiene hygiene = parse(RefusedModels.whole()).orThrow().model().hygiene();

    assertThat(hygiene)
        .isEqualTo(
            new Hygiene(
                new AgentRules(
                    Set.of(AgentList.CRAWLERS, AgentList.HEADLESS),
                    List.of("acme-uptime", "probe "),
                    List.of("acme-gateway"),
                    List.of("acme-app")),
                new NetworkRules(
                    List.of("203.0.113.0/24", "2001:db8::/32"),
                    List.of("198.51.100.7"),
                    List.of("203.0.113.128/25")),
                Set.of("/mail/not-for-readers"),
                300,
                30_000));
  }

  @Test
  void aModelThatSaysNothingOfMachinesHasTheShippedLists() {
    Hygiene hygiene = parse(RefusedModels.complete()).orThrow().model().hygiene();

    assertThat(hygiene).isEqualTo(Hygiene.DEFAULT);
    assertThat(hygiene.agents().lists()).containsExactlyInAnyOrder(AgentList.values());
    assertThat(hygiene.floodPerDay()).isEqualTo(200);
    assertThat(hygiene.quarantineMillis()).isEqualTo(15_000);
  }

  @Test
  void anEmptyListOfListsIsAChoice() {
    String none = RefusedModels.whole().replace("[crawlers, headless]", "[]");

    assertThat(parse(none).orThrow().model().hygiene().agents().lists()).isEmpty();
  }

  @Test
  void readsAScorecardOverTheSignalsOwnWeights() {
    Scorecard card = parse(RefusedModels.complete()).orThrow().model().scorecards().get(0);

    assertThat(card.title()).isEqualTo(new Text("Card", "カード"));
    assertThat(card.categories())
        .containsExactly(new Category("web", 100_000), new Category("mail", 40_000));
    assertThat(card.weights())
        .containsExactly(
            weight(60_000, 14, Weight.UNLIMITED, 0),
            weight(6_000, 7, Weight.UNLIMITED, 0),
            weight(1_000, 7, Weight.UNLIMITED, 0),
            weight(3_000, 14, 3, 1),
            weight(5_000, 7, Weight.UNLIMITED, 0));
    assertThat(card.warmEnter()).isEqualTo(40_000);
    assertThat(card.warmExit()).isEqualTo(30_000);
    assertThat(card.hot().enter(Fit.D)).isEqualTo(80_000);
    assertThat(card.hot().exit()).isEqualTo(60_000);
    assertThat(card.hot().cooldownHours()).isEqualTo(14 * DAY);
    assertThat(card.hot().handRaiseKeepsHours()).isEqualTo(7 * DAY);
    assertThat(card.hot().distinctSignals()).isEqualTo(2);
    assertThat(card.hot().humanSignals()).isEqualTo(1);
    assertThat(card.hot().gates())
        .containsExactly(new Gate("budget", "profile.attributes['budget'] == 'ok'"));
  }

  @Test
  void aScorecardInheritsWhatItDoesNotState() {
    String extended =
        RefusedModels.complete()
            + """
            young:
              extends: card
              audience: customers
              hot: { enter: { A: 90, D: never } }
              require: { distinct-signals: 3 }
              gates: { size: "profile.employees > 0" }
              weights: { page: { half-life: 9d }, click: { points: 0 } }
              caps: { web: 120 }
            """
                .indent(2);
    extended += "  old: { extends: young }\n  fresh: { extends: young, audience: leads }\n";
    List<Scorecard> cards = parse(extended).orThrow().model().scorecards();
    Scorecard card = cards.get(1);

    assertThat(cards)
        .extracting(Scorecard::audience)
        .containsExactly(Audience.LEADS, Audience.CUSTOMERS, Audience.CUSTOMERS, Audience.LEADS);
    assertThat(card.title()).isEqualTo(new Text("Card", "カード"));
    assertThat(card.categories())
        .containsExactly(new Category("web", 120_000), new Category("mail", 40_000));
    assertThat(card.weights().get(1)).isEqualTo(weight(6_000, 9, Weight.UNLIMITED, 0));
    assertThat(card.weights().get(3)).as("a signal worth nothing").isNull();
    assertThat(card.hot().enterByFit())
        .containsOnly(
            Map.entry(Fit.A, 90_000L),
            Map.entry(Fit.B, 80_000L),
            Map.entry(Fit.C, 80_000L),
            Map.entry(Fit.UNKNOWN, 80_000L));
    assertThat(card.hot().exit()).isEqualTo(60_000);
    assertThat(card.hot().distinctSignals()).isEqualTo(3);
    assertThat(card.hot().gates()).extracting(Gate::id).containsExactly("budget", "size");
  }

  @Test
  void weightsOfOneHalfLifeShareATable() {
    List<Weight> weights =
        parse(RefusedModels.complete()).orThrow().model().scorecards().get(0).weights();

    assertThat(weights.get(1).decay()).isSameAs(weights.get(2).decay());
  }

  @ParameterizedTest
  @MethodSource("edits")
  void tellsExactlyWhatIsWrongAndWhere(RefusedModels.Edit edit) {
    assertThat(parse(edit.applied()).problems())
        .extracting(problem -> problem.toString().substring("model.yaml:".length()))
        .containsExactlyElementsOf(edit.problems());
  }

  static List<RefusedModels.Edit> edits() {
    return RefusedModels.edits();
  }

  @Test
  void tellsAllMistakesAtOnceInTheOrderOfTheText() {
    String broken =
        RefusedModels.complete()
            .replace("180d", "forever")
            .replace("on: page-view, path", "on: page-veiw, path")
            .replace("points: 60", "points: -60")
            .replace("mute: mail", "mute: mial")
            .replace("employees > 99", "employes > 99")
            .replace("exit: 60", "exits: 60");

    assertThat(parse(broken).problems())
        .extracting(Problem::line)
        .containsExactly(3, 10, 11, 16, 19, 24, 24);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse(broken).orThrow())
        .withMessageContaining("model.yaml:3:12: retention cannot be 'forever'")
        .withMessageContaining("model.yaml:24:23: hot knows no key 'exits'; fix: write 'exit'");
  }

  @Test
  void findsTheLineOfAnExpressionThatIsFolded() {
    String folded =
        RefusedModels.complete()
            .replace(
                "{ budget: \"profile.attributes['budget'] == 'ok'\" }",
                "\n      budget: >-\n        profile.consent\n        && profile.budget == 1");

    assertThat(parse(folded).problems())
        .extracting(Problem::toString)
        .singleElement()
        .asString()
        .startsWith("model.yaml:31:12: profile has no 'budget'");
  }

  @Test
  void refusesNamesThatKeyedStateCannotTellApart() {
    Map<Integer, String> byHash = new HashMap<>();
    String one = "";
    String other = "";
    for (int i = 0; other.isEmpty(); i++) {
      one = "s" + i;
      String before = byHash.putIfAbsent(StableHash.of32(one), one);
      other = before == null ? "" : before;
    }
    String signals = "  " + other + ": { on: reply }\n  " + one + ": { on: open }\n";

    assertThat(parse(withSignals(signals)).problems())
        .extracting(Problem::message)
        .containsExactly("signal '" + one + "' has the same hash as '" + other + "'");
  }

  @Test
  void refusesMoreSignalsThanAnybodyCanRead() {
    String signals =
        IntStream.range(0, 20_000)
            .mapToObj(i -> "  s" + i + ": { on: open, topic-is: t" + i + " }\n")
            .collect(Collectors.joining());

    assertThat(parse(withSignals(signals)).problems())
        .extracting(Problem::message)
        .contains("20005 signals are more than 20000");
  }

  @Test
  void refusesMoreExpressionsThanCompileFast() {
    String signals =
        IntStream.range(0, 1_010)
            .mapToObj(i -> "  s" + i + ": { on: open, topic-is: t" + i + ", where: \"true\" }\n")
            .collect(Collectors.joining());

    assertThat(parse(withSignals(signals)).problems())
        .extracting(Problem::message)
        .containsExactly("the model has more than 1000 expressions");
  }

  @Test
  void refusesHalfLivesBeyondNumber() {
    String signals =
        IntStream.range(0, 300)
            .mapToObj(
                i ->
                    "  s%d: { on: open, topic-is: t%d, points: 1, half-life: %dh, category: web }%n"
                        .formatted(i, i, i + 1_000))
            .collect(Collectors.joining());

    assertThat(parse(withSignals(signals)).problems())
        .extracting(Problem::message)
        .containsExactly("the model has more than 256 different half-lives");
  }

  @Test
  void refusesMoreDampersGatesAndScorecardsThanAVerdictHolds() {
    String gates =
        IntStream.range(0, 64)
            .mapToObj(i -> ", g" + i + ": \"profile.consent\"")
            .collect(Collectors.joining());
    String dampers =
        IntStream.range(0, 63)
            .mapToObj(i -> "  d" + i + ": { when: profile.consent, factor: 0.9 }\n")
            .collect(Collectors.joining());
    String scorecards =
        IntStream.range(0, 64)
            .mapToObj(i -> "  c" + i + ": { extends: card }\n")
            .collect(Collectors.joining());
    String large =
        RefusedModels.complete()
                .replace("fit:\n", dampers + "fit:\n")
                .replace("== 'ok'\" }", "== 'ok'\"" + gates + " }")
            + scorecards;

    assertThat(parse(large).problems())
        .extracting(Problem::message)
        .contains(
            "65 dampers are more than 64",
            "65 gates are more than 64",
            "65 scorecards are more than 64");
  }

  @Test
  @Timeout(60)
  void refusesABombFast() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
    }

    assertThat(parse(bomb.toString()).problems())
        .extracting(Problem::message)
        .containsExactly("the text expands to more than 600000 values");
  }

  private static String withSignals(String signals) {
    return RefusedModels.complete().replace("dampers:\n", signals + "dampers:\n");
  }

  private static Weight weight(long points, int halfLifeDays, int perDay, int category) {
    return new Weight(points, new Decay(halfLifeDays * DAY, 180 * DAY), perDay, category);
  }

  private static ModelResult parse(String yaml) {
    return ModelParser.parse("model.yaml", yaml, 3);
  }
}
