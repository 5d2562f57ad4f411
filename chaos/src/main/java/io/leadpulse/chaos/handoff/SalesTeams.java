package io.leadpulse.chaos.handoff;

import io.leadpulse.schemas.HotLeadAlert;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

/** The teams of a run, as {@code teams.yaml} beside this has them. */
final class SalesTeams {
  static final String FILE = "teams.yaml";
  static final String INSIDE = "inside";

  /** The one with a budget. */
  static final String FIELD = "field";

  static final List<String> ALL = List.of(INSIDE, FIELD);

  /** Releases a day of the one with a budget, but for leads that ask to be contacted. */
  static final int BUDGET = 100;

  /** By which its days begin. */
  static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

  private static final String CALENDAR = "around-the-clock.yaml";
  private static final String SCORECARD_OF_FIELD = "steady";

  private SalesTeams() {}

  /** Puts the files into a folder. */
  static void writeTo(Path folder) throws IOException {
    for (String name : List.of(FILE, CALENDAR)) {
      try (InputStream text = SalesTeams.class.getResourceAsStream(name)) {
        if (text == null) {
          throw new UncheckedIOException(new IOException(name + " is missing"));
        }
        Files.copy(text, folder.resolve(name));
      }
    }
  }

  /** The team that is to have a hot lead: the one in charge of it, else the scorecard's. */
  static String of(HotLeadAlert alert) {
    String inCharge = alert.getProfile().getTeam();
    if (ALL.contains(inCharge)) {
      return inCharge;
    }
    return alert.getScorecard().equals(SCORECARD_OF_FIELD) ? FIELD : INSIDE;
  }
}
