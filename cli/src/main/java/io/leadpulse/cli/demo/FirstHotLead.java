package io.leadpulse.cli.demo;

import io.leadpulse.schemas.HotLeadAlert;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What a demo says of its first hot lead, and what to try next. */
final class FirstHotLead {
  private final Path home;

  /**
   * @param home of the launcher
   */
  FirstHotLead(Path home) {
    this.home = home;
  }

  List<String> lines(HotLeadAlert alert, double seconds) {
    String command = command(home, Path.of(""));
    return List.of(
        "",
        String.format(Locale.ROOT, "★ the first hot lead, %.1f s after the start:", seconds),
        "  lead    " + alert.getLeadId() + company(alert),
        "  reason  " + alert.getReasonEn(),
        "  理由     " + alert.getReasonJa(),
        "",
        "try, in another terminal:",
        "  " + command + " scores",
        "  " + command + " alerts --follow",
        "  " + command + " explain --lead " + alert.getLeadId(),
        "and afterwards, for what sales makes of hot leads:",
        "  " + command + " demo --sales",
        "");
  }

  private static String company(HotLeadAlert alert) {
    String company = alert.getProfile().getCompany();
    return company.isEmpty() ? "" : " at " + company;
  }

  /** The launcher as it is typed in a folder. */
  static String command(Path home, Path current) {
    Path folder = current.toAbsolutePath().normalize();
    return folder.equals(home.toAbsolutePath().normalize())
        ? "./leadpulse"
        : home.resolve("leadpulse").toString();
  }
}
