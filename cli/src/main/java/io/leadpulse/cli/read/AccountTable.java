package io.leadpulse.cli.read;

import static io.leadpulse.cli.read.Figures.NONE;
import static io.leadpulse.cli.read.Figures.orNone;

import io.leadpulse.cli.terminal.Column;
import io.leadpulse.engine.text.Points;
import io.leadpulse.schemas.AccountScore;
import io.leadpulse.schemas.AccountScoreKey;
import java.util.List;
import java.util.stream.Collectors;

/** Accounts as rows of a table. */
final class AccountTable {
  private final Words words;

  AccountTable(Words words) {
    this.words = words;
  }

  List<Column> columns() {
    return List.of(
        Column.fixed(words.heading("account"), 14),
        Column.text(words.heading("scorecard"), 12),
        Column.text(words.heading("company"), 20),
        Column.fixed(words.heading("tier"), 4),
        Column.number(words.heading("score"), 6),
        Column.number(words.heading("persons"), 7),
        Column.number(words.heading("active"), 6),
        Column.text(words.heading("leads"), 40));
  }

  List<String> cells(RowChange<AccountScoreKey, AccountScore> change) {
    AccountScore row = change.row();
    String account = change.key().getAccountId();
    String scorecard = change.key().getScorecard();
    if (row == null) {
      return List.of(account, scorecard, NONE, words.say("gone"), NONE, NONE, NONE, NONE);
    }
    return List.of(
        account,
        scorecard,
        orNone(row.getCompany()),
        row.getTier().name(),
        Points.of(row.getScoreMilli()),
        Integer.toString(row.getPersons()),
        Integer.toString(row.getActivePersons()),
        row.getLeads().stream()
            .map(lead -> lead.getLeadId() + " " + Points.of(lead.getIntentMilli()))
            .collect(Collectors.joining(", ")));
  }
}
