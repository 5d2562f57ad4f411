package io.leadpulse.cli.read;

import io.leadpulse.cli.stack.BootstrapOption;
import io.leadpulse.cli.stack.Connection;
import io.leadpulse.schemas.AccountScore;
import io.leadpulse.schemas.AccountScoreKey;
import io.leadpulse.schemas.Tier;
import io.leadpulse.schemas.Topics;
import java.io.PrintWriter;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code leadpulse accounts}: the newest score of each company. */
@Command(
    name = "accounts",
    description = {
      "Lists the newest score of each company, highest first.",
      "Only what the job has committed is shown. With --follow each new score is printed as it"
          + " comes, until Ctrl-C; a line with accountId and scorecard only means that the score is"
          + " gone."
    },
    footer = {
      "  leadpulse accounts --tier HOT",
      "  leadpulse accounts --account acme.co.jp --output json"
    })
public final class AccountsCommand implements Runnable {
  private static final Comparator<AccountScore> HIGHEST_FIRST =
      Comparator.comparingLong(AccountScore::getScoreMilli)
          .reversed()
          .thenComparing(AccountScore::getAccountId)
          .thenComparing(AccountScore::getScorecard);

  @Spec private CommandSpec spec;
  @Mixin private TableOption output;
  @Mixin private ScreenOptions screen;
  @Mixin private ListOptions list;
  @Mixin private BootstrapOption bootstrap;

  @Option(names = "--account", paramLabel = "ID", description = "Only this company.")
  private @Nullable String account;

  @Option(names = "--scorecard", paramLabel = "ID", description = "Only this scorecard.")
  private @Nullable String scorecard;

  @Option(names = "--tier", paramLabel = "TIER", description = "Only HOT, WARM or COLD.")
  private @Nullable Tier tier;

  @Override
  public void run() {
    Connection stack = bootstrap.locate();
    RowDecoder<AccountScoreKey, AccountScore> decoder =
        new RowDecoder<>(
            stack.reading(),
            Topics.ACCOUNT_SCORE,
            Topics.ACCOUNT_SCORE_KEY,
            row -> new AccountScoreKey(row.getAccountId(), row.getScorecard()),
            spec.commandLine().getErr()::println);
    list.print(
        stack,
        Topics.ACCOUNT_SCORE,
        new LatestRows<>(decoder, this::matches, HIGHEST_FIRST),
        this::printer);
  }

  /** Whether a change is to be shown; of a score that is gone the tier is not known. */
  private boolean matches(RowChange<AccountScoreKey, AccountScore> change) {
    AccountScore row = change.row();
    return (account == null || account.equals(change.key().getAccountId()))
        && (scorecard == null || scorecard.equals(change.key().getScorecard()))
        && (tier == null || (row != null && row.getTier() == tier));
  }

  private RowPrinter<RowChange<AccountScoreKey, AccountScore>> printer() {
    PrintWriter out = spec.commandLine().getOut();
    if (output.isJson()) {
      return RowPrinter.json(out, RowChange::fields);
    }
    AccountTable table = new AccountTable(screen.words());
    return RowPrinter.table(out, table.columns(), table::cells, screen.width());
  }
}
