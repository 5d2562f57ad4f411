package io.leadpulse.cli.read;

import static io.leadpulse.cli.read.Figures.orNone;

import io.leadpulse.cli.terminal.Column;
import io.leadpulse.cli.terminal.TerminalText;
import io.leadpulse.cli.terminal.TextTable;
import io.leadpulse.engine.text.Points;
import io.leadpulse.schemas.HotLeadAlert;
import io.leadpulse.schemas.LeadScore;
import io.leadpulse.schemas.ProfileSnapshot;
import io.leadpulse.schemas.Touch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tells a person all that a stack knows of a lead: each score, the alerts, the last touches. */
final class LeadText {
  private static final String INDENT = "  ";

  private final LeadFile file;
  private final ReleasedModels models;
  private final Words words;
  private final Figures figures;
  private final int terminal;
  private final List<String> lines = new ArrayList<>();

  LeadText(LeadFile file, ReleasedModels models, Words words, int terminal) {
    this.file = file;
    this.models = models;
    this.words = words;
    this.terminal = terminal;
    figures = new Figures(models.zone());
  }

  /** The lines, safe to print. */
  List<String> lines() {
    lines.add(head());
    if (file.scores().isEmpty()) {
      lines.add(words.say("lead.no-score"));
    }
    for (LeadScore row : file.scores()) {
      lines.add("");
      lines.addAll(
          new ScoreText(
                  row, file, words, figures, models.find(row.getModelId(), row.getModelVersion()))
              .lines(terminal));
    }
    lines.add("");
    alerts();
    file.newestAlert().ifPresent(this::touches);
    machines();
    return lines.stream().map(TerminalText::plain).toList();
  }

  private String head() {
    if (!file.scores().isEmpty()) {
      LeadScore row = file.scores().get(0);
      return head(row.getCompany(), row.getAccountId(), row.getOwner(), row.getTeam());
    }
    ProfileSnapshot profile =
        file.newestAlert().map(HotLeadAlert::getProfile).orElseGet(ProfileSnapshot::new);
    return head(
        profile.getCompany(), profile.getAccountId(), profile.getOwner(), profile.getTeam());
  }

  private String head(String company, String account, String owner, String team) {
    return words.say("lead.head", file.leadId())
        + known("lead.company", company)
        + known("lead.account", account)
        + known("lead.owner", owner)
        + known("lead.team", team);
  }

  private String known(String key, String value) {
    return value == null || value.isEmpty() ? "" : words.say(key, value);
  }

  private void alerts() {
    if (file.alerts().isEmpty()) {
      lines.add(words.say("lead.no-alerts"));
      return;
    }
    lines.add(words.say("lead.alerts"));
    List<String> table =
        table(
            List.of(
                Column.number(words.heading("episode"), 0),
                Column.fixed(words.heading("time") + " " + figures.zone(), 0),
                Column.fixed(words.heading("type"), 0),
                Column.text(words.heading("cause"), 20),
                Column.text(words.heading("scorecard"), 12),
                Column.number(words.heading("intent"), 0)),
            file.alerts().stream().map(this::cells).toList());
    lines.add(table.get(0));
    for (int i = 0; i < file.alerts().size(); i++) {
      HotLeadAlert alert = file.alerts().get(i);
      lines.add(table.get(i + 1));
      String reason = words.language().of(alert.getReasonEn(), alert.getReasonJa());
      if (!reason.isEmpty()) {
        lines.add(INDENT.repeat(3) + reason);
      }
    }
  }

  private List<String> cells(HotLeadAlert alert) {
    return List.of(
        alert.getEpisode() == 0 ? Figures.NONE : String.valueOf(alert.getEpisode()),
        figures.time(alert.getOccurredAt()),
        alert.getType().name(),
        AlertTable.cause(alert),
        alert.getScorecard(),
        Points.of(alert.getIntentMilli()));
  }

  private void touches(HotLeadAlert newest) {
    if (newest.getTouches().isEmpty()) {
      return;
    }
    Labels labels =
        new Labels(models.find(newest.getModelId(), newest.getModelVersion()), words.language());
    lines.add("");
    lines.add(words.say("lead.touches", figures.timeInZone(newest.getOccurredAt())));
    lines.addAll(
        table(
            List.of(
                Column.fixed(words.heading("time") + " " + figures.zone(), 0),
                Column.fixed(words.heading("kind"), 0),
                Column.text(words.heading("signal"), 20),
                Column.text(words.heading("detail"), 30),
                Column.text(words.heading("topic"), 12),
                Column.text(words.heading("campaign"), 12)),
            newest.getTouches().stream().map(touch -> cells(touch, labels)).toList()));
  }

  private List<String> cells(Touch touch, Labels labels) {
    return List.of(
        figures.time(touch.getOccurredAt()),
        touch.getKind(),
        orNone(labels.signal(touch.getSignal())),
        orNone(touch.getDetail()),
        orNone(touch.getTopic()),
        orNone(touch.getCampaign()));
  }

  private List<String> table(List<Column> columns, List<List<String>> rows) {
    return TextTable.of(columns, rows, terminal - INDENT.length()).lines(rows).stream()
        .map(INDENT::concat)
        .toList();
  }

  private void machines() {
    if (file.machineEvents() > 0) {
      String reasons =
          file.machineReasons().entrySet().stream()
              .map(reason -> reason.getKey() + " " + reason.getValue())
              .collect(Collectors.joining(", "));
      lines.add("");
      lines.add(words.say("lead.machines", file.machineEvents(), reasons));
    }
  }
}
