package io.leadpulse.engine.hygiene;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.model.AgentList;
import io.leadpulse.engine.model.AgentRules;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgentVerdictsTest {
  private static final String CHROME =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/126.0.0.0 Safari/537.36";
  private final AgentVerdicts shipped = new AgentVerdicts(AgentRules.DEFAULT);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)|CRAWLER",
        "AcmeBot|CRAWLER",
        "curl/8.5.0|CRAWLER",
        "python-requests/2.31.0|CRAWLER",
        "okhttp/4.12.0|CRAWLER",
        "Go-http-client/2.0|CRAWLER",
        "Java/17.0.9|CRAWLER",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/126.0.0.0|HEADLESS",
        "Mozilla/5.0 (Unknown; Linux x86_64) AppleWebKit/534.34 PhantomJS/1.9.2|HEADLESS",
        "Mozilla/5.0 (compatible; Barracuda Sentinel (EE))|SCANNER",
      })
  void knowsMachinesByWhatTheyCallThemselves(String agent, AgentKind kind) {
    assertThat(shipped.of(agent)).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        CHROME,
        "Mozilla/5.0",
        "Mozilla/5.0 (Linux; Android 9; CUBOT_X18) AppleWebKit/537.36 Chrome/99.0 Mobile",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Line/14.1.0",
        "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)",
        "YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html",
        "Mozilla/5.0 (Macintosh) AppleWebKit/537.36 Slack/4.36 Chrome/120.0 Electron/28.1",
      })
  void takesNobodyForAMachineWhoSaysNothingOfOne(String agent) {
    assertThat(shipped.of(agent)).isEqualTo(AgentKind.PERSON);
  }

  @ParameterizedTest
  @EnumSource(AgentList.class)
  void aShippedListHoldsOnlyWhereTheModelNamesIt(AgentList list) {
    String part = ShippedAgents.parts(list.term()).get(0);
    AgentVerdicts without = new AgentVerdicts(rules(Set.of(), List.of(), List.of(), List.of()));
    AgentVerdicts only = new AgentVerdicts(rules(Set.of(list), List.of(), List.of(), List.of()));

    assertThat(without.of(part)).isEqualTo(AgentKind.PERSON);
    assertThat(only.of(part)).isNotEqualTo(AgentKind.PERSON);
  }

  @ParameterizedTest
  @EnumSource(AgentList.class)
  void noPartOfAShippedListStandsInABrowserOfPeople(AgentList list) {
    assertThat(ShippedAgents.parts(list.term()))
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .allSatisfy(
            part -> {
              assertThat(part).hasSizeGreaterThanOrEqualTo(3).isLowerCase();
              assertThat(Browsers.with(part)).isEmpty();
            });
  }

  @Test
  void whatTheModelSaysGoesBeforeWhatIsShipped() {
    AgentVerdicts own =
        new AgentVerdicts(
            rules(
                Set.of(AgentList.values()),
                List.of("Acme-Uptime", "GoogleImageProxy"),
                List.of("AcmeBot-Gateway"),
                List.of("AcmeApp")));

    assertThat(own.of("acme-uptime")).isEqualTo(AgentKind.CRAWLER);
    assertThat(own.of("GoogleImageProxy")).isEqualTo(AgentKind.CRAWLER);
    assertThat(own.of("acmebot-gateway/1.0")).isEqualTo(AgentKind.SCANNER);
    assertThat(own.of("ACMEAPP/1.0 okhttp/4.12.0")).isEqualTo(AgentKind.PERSON);
  }

  @Test
  void keepsAsManyAgentsAsAreInUseAndNoMore() {
    for (int i = 0; i < 3 * AgentVerdicts.MOST_KEPT; i++) {
      assertThat(shipped.of("AcmeBot/" + i)).isEqualTo(AgentKind.CRAWLER);
      assertThat(shipped.of(CHROME)).isEqualTo(AgentKind.PERSON);
    }
    assertThat(shipped.kept()).isEqualTo(AgentVerdicts.MOST_KEPT);
  }

  @Test
  void readsNoMoreOfAnAgentThanTheBeginning() {
    String long1 = "x".repeat(AgentVerdicts.LONGEST);
    assertThat(shipped.of(long1 + "AcmeBot/1")).isEqualTo(AgentKind.PERSON);
    assertThat(shipped.of(long1 + "AcmeBot/2")).isEqualTo(AgentKind.PERSON);
    assertThat(shipped.kept()).isEqualTo(1);
    assertThat(shipped.of("AcmeBot/1" + long1)).isEqualTo(AgentKind.CRAWLER);
  }

  private static AgentRules rules(
      Set<AgentList> lists, List<String> machines, List<String> scanners, List<String> people) {
    return new AgentRules(lists, machines, scanners, people);
  }
}
