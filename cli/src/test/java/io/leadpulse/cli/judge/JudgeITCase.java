package io.leadpulse.cli.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.leadpulse.cli.LeadpulseProcess;
import io.leadpulse.cli.TestHome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgeITCase {
  @TempDir private Path folder;

  @Test
  void holdsTheRealJobAgainstTheTruthAndLeavesNothingBehind() throws Exception {
    Path truth = folder.resolve("truth.jsonl");
    try (TestHome home = TestHome.create(folder.resolve("home"));
        LeadpulseProcess run =
            LeadpulseProcess.start(
                home.path(),
                "simulate",
                "--judge",
                "--events",
                "6000",
                "--seed",
                "3",
                "--truth",
                truth.toString(),
                "--output",
                "json")) {
      assertThat(run.exitCode()).as(() -> String.join("\n", run.said())).isIn(0, 1);
      String out = run.out();
      assertThat(out.lines()).hasSize(1);
      JsonNode judgement = new JsonMapper().readTree(out);
      // All but the unreadable ones.
      assertThat(judgement.get("events").asLong()).isBetween(5_900L, 6_000L);
      assertThat(judgement.get("seed").asLong()).isEqualTo(3);
      assertThat(judgement.get("hot_leads").asLong()).isPositive();
      assertThat(judgement.get("scanner_clicks").asLong()).isPositive();
      assertThat(judgement.get("human_clicks").asLong()).isPositive();
      // What the mail service flags is found at least.
      assertThat(judgement.at("/confusion/bot-click/machine/click").asLong()).isPositive();
      assertThat(judgement.at("/confusion/bot-click/human").isMissingNode()).isTrue();
      assertThat(Files.readAllLines(truth)).hasSizeGreaterThan(6_000);
      assertThat(run.temporaryFiles()).isEmpty();
    }
  }
}
