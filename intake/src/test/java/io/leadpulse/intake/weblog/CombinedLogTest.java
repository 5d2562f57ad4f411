package io.leadpulse.intake.weblog;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.intake.IntakeFormat;
import io.leadpulse.intake.Reading;
import io.leadpulse.intake.lead.LeadFrom;
import io.leadpulse.intake.row.Fault;
import io.leadpulse.intake.row.Row;
import io.leadpulse.schemas.WebAccess;
import io.leadpulse.schemas.WebAccessKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CombinedLogTest {
  private static final String LINE =
      "192.0.2.7 - - [03/Feb/2024:18:04:05 +0900] \"GET /price/?utm_source=news&utm_campaign=spring%20fair"
          + " HTTP/1.1\" 200 5120 \"https://Search.example/find?q=x\" \"Agent/1.0 (a; b)\"";

  @Test
  void readsEveryFieldOfALine() {
    WebAccess access = access(LINE);
    assertThat(access.getOccurredAt()).isEqualTo(Instant.parse("2024-02-03T09:04:05Z"));
    assertThat(access.getKind()).isEqualTo(WebAccessKind.PAGE_VIEW);
    assertThat(access.getHost()).isEmpty();
    assertThat(access.getPath()).isEqualTo("/price/");
    assertThat(access.getReferrer()).isEqualTo("search.example/find");
    assertThat(access.getCampaign()).isEqualTo("spring fair");
    assertThat(access.getSource()).isEqualTo("news");
    assertThat(access.getMethod()).isEqualTo("GET");
    assertThat(access.getStatus()).isEqualTo(200);
    assertThat(access.getUserAgent()).isEqualTo("Agent/1.0 (a; b)");
    assertThat(access.getIp()).isEqualTo("192.0.2.7");
    assertThat(access.getSessionId()).isEmpty();
    assertThat(access.getLeadId()).isNull();
    assertThat(access.getVisitorId())
        .isEqualTo(Reading.ids().visitor("192.0.2.7", "Agent/1.0 (a; b)"));
    assertThat(access.getOwnStaff()).isFalse();
  }

  @Test
  void theEventIdIsTheHashOfTheLineWithoutItsEnd() {
    // printf %s "$LINE" | sha256sum
    assertThat(access(LINE).getEventId()).isEqualTo("e72b4a3ffc73528358feb8cb0f7a45dd");
    assertThat(access(LINE + "\r\n").getEventId()).isEqualTo(access(LINE + "\n").getEventId());
  }

  @Test
  void theKeyIsTheLeadElseTheVisitor() {
    Row.Sent<?> unknown = (Row.Sent<?>) read(LeadFrom.NOTHING, LINE).rows().get(0);
    assertThat(unknown.key()).startsWith("v-");
    Row.Sent<?> known = (Row.Sent<?>) read(LeadFrom.parse("ip"), LINE).rows().get(0);
    assertThat(known.key()).startsWith("l-");
    assertThat(known.topic().name()).isEqualTo("web-access.v1");
  }

  @Test
  void theLeadIsTheAddressTheUserOrACookie() {
    String line = LINE.replace("- - [", "- Taro@example.com [") + " \"a=1; uid=Xy7=; b=2\"";
    assertThat(leadId("ip", line)).isEqualTo(Reading.ids().lead("192.0.2.7"));
    assertThat(leadId("user", line)).isEqualTo(Reading.ids().lead("taro@example.com"));
    assertThat(leadId("cookie=uid", line)).isEqualTo(Reading.ids().exactLead("Xy7="));
    assertThat(leadId("cookie=b", line)).isEqualTo(Reading.ids().exactLead("2"));
  }

  @Test
  void thereIsNoLeadWhereTheFieldIsAbsent() {
    assertThat(leadId("user", LINE)).isNull();
    assertThat(leadId("cookie=uid", LINE)).isNull();
    assertThat(leadId("cookie=uid", LINE + " \"-\"")).isNull();
    assertThat(leadId("cookie=uid", LINE + " \"auid=1; uid\"")).isNull();
  }

  @Test
  void takesEscapedQuotesForPartOfTheField() {
    WebAccess access =
        access(LINE.replace("Agent/1.0 (a; b)", "say \\\"hi\\\" \\\\ \\x41\\t\\xe6\\x96\\x99\\q"));
    assertThat(access.getUserAgent()).isEqualTo("say \"hi\" \\ A\t料q");
  }

  @Test
  void takesAddressesOfBothKindsAndKeepsHostNamesToTheHash() {
    assertThat(access(LINE.replace("192.0.2.7", "2001:db8::7")).getIp()).isEqualTo("2001:db8::7");
    WebAccess named = access(LINE.replace("192.0.2.7", "pc-taro.example.com"));
    assertThat(named.getIp()).isEmpty();
    assertThat(named.getVisitorId()).startsWith("v-");
  }

  @Test
  void takesAbsentFieldsForEmpty() {
    WebAccess access =
        access("192.0.2.7 - - [03/Feb/2024:18:04:05 +0900] \"GET / HTTP/1.0\" 304 - \"-\" \"-\"");
    assertThat(access.getReferrer()).isEmpty();
    assertThat(access.getUserAgent()).isEmpty();
    assertThat(access.getKind()).isEqualTo(WebAccessKind.PAGE_VIEW);
  }

  @Test
  void takesUsersWithSpacesAndFieldsAfterTheAgent() {
    String line = LINE.replace("- - [", "- taro yamada [") + "  0.123 \"x\" 7 ";
    assertThat(leadId("user", line)).isEqualTo(Reading.ids().lead("taro yamada"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /a b c HTTP/1.1 | GET | '' | /a b c",
        "GET /old | GET | '' | /old",
        "get / HTTP/1.1 | GET | '' | /",
        "HEAD /?a=b HTTP/2.0 | HEAD | '' | /",
        "PROPFIND /dav#x HTTP/1.1 | PROPFIND | '' | /dav",
        "OPTIONS * HTTP/1.1 | OPTIONS | '' | ''",
        "CONNECT Example.com:443 HTTP/1.1 | CONNECT | example.com | ''",
        "CONNECT [2001:db8::1]:443 HTTP/1.1 | CONNECT | [2001:db8::1] | ''",
        "GET http://taro@WWW.Example.com:8080/x?y HTTP/1.1 | GET | www.example.com | /x",
        "GET https://example.com?y=/z HTTP/1.1 | GET | example.com | /",
        "GET /a/taro@example.com/b HTTP/1.1 | GET | '' | /a/*/b"
      })
  void readsRequestsOfEveryForm(String request, String method, String host, String path) {
    WebAccess access = access(withRequest(request));
    assertThat(access.getMethod()).isEqualTo(method);
    assertThat(access.getHost()).isEqualTo(host);
    assertThat(access.getPath()).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\\x16\\x03\\x01 | request: no method",
        "GET | request: no method",
        "GET HTTP/1.1 | request: no path or address",
        "GET index.html HTTP/1.1 | request: no path or address",
        "'' | a connection without a request is no engagement",
        "- | a connection without a request is no engagement"
      })
  void refusesWhatIsNoRequest(String request, String reason) {
    assertThat(read(LeadFrom.NOTHING, withRequest(request)).reasons()).containsExactly(reason);
  }

  @Test
  void refusesALineThatWasCutAnywhere() {
    for (int length = 1; length < LINE.length(); length++) {
      Reading reading = read(LeadFrom.NOTHING, LINE.substring(0, length));
      assertThat(reading.rejected()).as("cut to %s", length).hasSize(1);
      assertThat(reading.rejected().get(0).fault()).isEqualTo(Fault.UNREADABLE);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "03/Feb/2024 | 30/Feb/2024 | time: not as dd/Mon/yyyy:HH:mm:ss +hhmm",
        "' 200 ' | ' 99 ' | status: not 100 to 599",
        "' 200 ' | ' 600 ' | status: not 100 to 599",
        "' 200 ' | ' 2e2 ' | status: not 100 to 599",
        "' 5120 ' | ' 5k ' | size: no number",
        "b)\" | b) | agent: the line ends within it",
        "' \"https' | ' https' | referrer: missing"
      })
  void saysWhichFieldIsAtFault(String good, String bad, String reason) {
    assertThat(read(LeadFrom.NOTHING, LINE.replace(good, bad)).reasons()).containsExactly(reason);
  }

  @Test
  void keepsTheBytesAndTheNumberOfARefusedLine() {
    byte[] bytes = (LINE + "\n\n?? \n" + LINE).getBytes(StandardCharsets.ISO_8859_1);
    bytes[LINE.length() + 2] = (byte) 0xFF;
    Reading reading = Reading.of(IntakeFormat.COMBINED_LOG).bytes("log", bytes).finish();
    assertThat(reading.events(WebAccess.class)).hasSize(2);
    Row.Rejected rejected = reading.rejected().get(0);
    assertThat(rejected.line()).isEqualTo(3);
    assertThat(rejected.head()).isEqualTo(new byte[] {(byte) 0xFF, '?', ' '});
    assertThat(rejected.truncated()).isFalse();
    assertThat(rejected.sha256()).matches("[0-9a-f]{64}");
  }

  @Test
  void refusesALineOfMoreThan64KiBAndReadsOn() {
    Reading reading = read(LeadFrom.NOTHING, LINE + "x".repeat(65_536) + "\n" + LINE);
    assertThat(reading.reasons()).containsExactly("longer than 65536 bytes");
    assertThat(reading.rejected().get(0).size()).isEqualTo(LINE.length() + 65_536);
    assertThat(reading.events(WebAccess.class)).hasSize(1);
  }

  @Test
  void cutsTextsToWhatAnEventMayHold() {
    String longText = "x".repeat(15_000);
    WebAccess access =
        access(
            LINE.replace("/price/", "/" + longText)
                .replace("Agent", longText)
                .replace("/find", "/" + longText)
                .replace("=news", "=" + longText));
    assertThat(access.getPath()).hasSize(2048);
    assertThat(access.getUserAgent()).hasSize(1024);
    assertThat(access.getReferrer()).hasSizeLessThan(2048);
    assertThat(access.getSource()).hasSize(200);
  }

  private static String withRequest(String request) {
    return LINE.replaceFirst("\"GET .* HTTP/1.1\"", '"' + request.replace("\\", "\\\\") + '"');
  }

  private static String leadId(String from, String line) {
    Reading reading = read(LeadFrom.parse(from), line);
    return reading.event(WebAccess.class).getLeadId();
  }

  private static WebAccess access(String line) {
    return read(LeadFrom.NOTHING, line).event(WebAccess.class);
  }

  private static Reading read(LeadFrom leadFrom, String text) {
    return Reading.of(IntakeFormat.COMBINED_LOG, leadFrom).text(text).finish();
  }
}
