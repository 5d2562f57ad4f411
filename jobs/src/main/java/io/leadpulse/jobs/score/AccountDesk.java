package io.leadpulse.jobs.score;

import io.leadpulse.engine.account.MemberUpdate;
import io.leadpulse.engine.lead.Alert;
import io.leadpulse.engine.lead.LeadState;
import io.leadpulse.engine.lead.ScoreRow;
import io.leadpulse.engine.lead.Step;
import io.leadpulse.engine.model.Scorecard;
import io.leadpulse.jobs.record.AccountInput;
import io.leadpulse.jobs.record.AccountInput.Alerted;
import io.leadpulse.jobs.record.AccountInput.Scored;
import io.leadpulse.jobs.record.OutputRecord;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells accounts what is published of their leads, gathered like the rows, and lets alerts pass by
 * them. What a lead weighs with its account is what its rows say.
 */
final class AccountDesk {
  private final Consumer<AccountInput> output;

  /** By lead; those that have not changed for longest come first. */
  private final Map<String, Waiting> pending = new LinkedHashMap<>();

  AccountDesk(Consumer<AccountInput> output) {
    this.output = output;
  }

  /** A lead's news for its account. */
  private static final class Waiting {
    final String account;
    final Map<String, Long> intents = new HashMap<>();
    String company = "";
    int hour;
    long activeAt;

    Waiting(String account) {
      this.account = account;
    }
  }

  /**
   * Takes the rows of a step. A lead whose profile names another account than before leaves that
   * one at once, with all its weight.
   */
  void told(String leadId, LeadState state, Step step) {
    if (step.rows().isEmpty()) {
      return;
    }
    ScoreRow.Content content = anyOf(step);
    String account = content == null ? state.account() : content.profile().accountId();
    boolean moves = !account.equals(state.account());
    if (moves) {
      leave(leadId, state);
      state.account(account);
    }
    if (!account.isEmpty()) {
      Waiting waiting = pending.computeIfAbsent(leadId, any -> new Waiting(account));
      waiting.hour = state.clockHour();
      waiting.activeAt = state.lastActivityAt();
      if (content != null) {
        waiting.company = content.profile().company();
      }
      if (moves && content != null) {
        addAll(waiting, state, content);
      }
      for (ScoreRow row : step.rows()) {
        ScoreRow.Content told = row.content();
        waiting.intents.put(row.scorecard(), told == null ? 0L : told.score().intent());
      }
    }
  }

  private static ScoreRow.@Nullable Content anyOf(Step step) {
    ScoreRow.Content content = null;
    for (ScoreRow row : step.rows()) {
      content = row.content() == null ? content : row.content();
    }
    return content;
  }

  /** The next account knows nothing of what was published before. */
  private static void addAll(Waiting waiting, LeadState state, ScoreRow.Content content) {
    for (Scorecard card : content.model().scorecards()) {
      waiting.intents.put(card.id(), state.publishedIntent(card.hash()));
    }
  }

  private void leave(String leadId, LeadState state) {
    pending.remove(leadId);
    if (!state.account().isEmpty()) {
      output.accept(new Scored(state.account(), "", MemberUpdate.gone(leadId, state.clockHour())));
    }
  }

  /** Sends an alert on its way. */
  void alert(Alert alert, OutputRecord record, Consumer<OutputRecord> direct) {
    String account = alert.profile().accountId();
    if (account.isEmpty()) {
      direct.accept(record);
    } else {
      output.accept(
          new Alerted(
              account, alert.leadId(), alert.scorecard().id(), alert.score().hour(), record));
    }
  }

  void flush() {
    pending.forEach(
        (leadId, waiting) ->
            output.accept(
                new Scored(
                    waiting.account,
                    waiting.company,
                    new MemberUpdate(
                        leadId, waiting.hour, waiting.activeAt, waiting.intents, false))));
    pending.clear();
  }
}
