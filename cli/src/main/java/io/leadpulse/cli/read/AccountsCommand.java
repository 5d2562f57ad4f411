package io.leadpulse.cli.read;

import io.leadpulse.cli.stack.BootstrapOption;
import io.leadpulse.cli.stack.Connection;
import io.leadpulse.cli.topic.TopicReader;
import io.leadpulse.schemas.AccountScore;
import io.leadpulse.schemas.AccountScoreKey;
import io.leadpulse.schemas.Tier;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.wire.Limits;
import io.leadpulse.schemas.wire.RecordDecoder;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
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
    int limit = list.limit(spec);
    Connection stack = bootstrap.locate();
    Consumer<String> notices = spec.commandLine().getErr()::println;
    RecordDecoder<AccountScoreKey> keys =
        stack.reading().decoder(Topics.ACCOUNT_SCORE_KEY, Limits.RESULT);
    Map<AccountScoreKey, AccountScore> latest = new HashMap<>();
    try (TopicReader<AccountScore> reader =
        new TopicReader<>(
            stack.bootstrapServers(),
            stack.topicPrefix(),
            stack.reading(),
            Topics.ACCOUNT_SCORE,
            Limits.RESULT,
            notices)) {
      list.heedStop(reader);
      reader.readToEnd(
          message -> AccountChange.of(message, keys).ifPresent(change -> take(change, latest)));
      if (reader.isStopped()) {
        return;
      }
      RowPrinter<AccountChange> printer = printer();
      printer.first(
          latest.values().stream()
              .sorted(HIGHEST_FIRST)
              .limit(limit)
              .map(AccountChange::of)
              .toList(),
          list.follows());
      list.follow(
          reader,
          spec,
          message ->
              AccountChange.of(message, keys).filter(this::matches).ifPresent(printer::next));
    }
  }

  private void take(AccountChange change, Map<AccountScoreKey, AccountScore> latest) {
    AccountScore row = change.row();
    if (row != null && matches(change)) {
      latest.put(change.key(), row);
    } else {
      latest.remove(change.key());
    }
  }

  /** Whether a change is to be shown; of a score that is gone the tier is not known. */
  private boolean matches(AccountChange change) {
    AccountScore row = change.row();
    return (account == null || account.equals(change.key().getAccountId()))
        && (scorecard == null || scorecard.equals(change.key().getScorecard()))
        && (tier == null || (row != null && row.getTier() == tier));
  }

  private RowPrinter<AccountChange> printer() {
    PrintWriter out = spec.commandLine().getOut();
    if (output.isJson()) {
      return RowPrinter.json(out, AccountChange::fields);
    }
    AccountTable table = new AccountTable(screen.words());
    return RowPrinter.table(out, table.columns(), table::cells, screen.width());
  }
}
