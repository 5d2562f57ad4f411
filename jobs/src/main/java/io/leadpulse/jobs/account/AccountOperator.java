package io.leadpulse.jobs.account;

import io.leadpulse.engine.account.AccountRow;
import io.leadpulse.engine.account.AccountScorer;
import io.leadpulse.engine.account.AccountState;
import io.leadpulse.engine.lead.Hours;
import io.leadpulse.jobs.codec.AccountCodec;
import io.leadpulse.jobs.publish.PendingRows;
import io.leadpulse.jobs.record.AccountInput;
import io.leadpulse.jobs.record.AccountInput.Alerted;
import io.leadpulse.jobs.record.AccountInput.Scored;
import io.leadpulse.jobs.record.OutputRecord;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Keeps the accounts in Flink: their state, their timers, the flush of what they publish. What an
 * account is worth is the {@link AccountScorer}'s business.
 */
final class AccountOperator extends AbstractStreamOperator<OutputRecord>
    implements OneInputStreamOperator<AccountInput, OutputRecord>,
        Triggerable<String, VoidNamespace> {
  private final AccountSettings settings;
  private final AccountScorer scorer;
  private final AccountCodec codec;

  /** Not yet written down: the rows of a busy account are mostly replaced while they wait. */
  private final PendingRows<Change> pending = new PendingRows<>();

  // Made in open, before any input comes.
  private AccountStore store;
  private InternalTimerService<VoidNamespace> timers;

  /** A row that waits. */
  private record Change(String accountId, String company, AccountRow row) {}

  AccountOperator(
      StreamOperatorParameters<OutputRecord> parameters,
      AccountSettings settings,
      AccountCodec codec) {
    super(parameters);
    this.settings = settings;
    this.codec = codec;
    scorer = new AccountScorer(settings.rules());
  }

  @Override
  public void open() throws Exception {
    super.open();
    store = new AccountStore(this.<String>getKeyedStateBackend());
    timers = getInternalTimerService("accounts", VoidNamespaceSerializer.INSTANCE, this);
    long interval = settings.emitInterval().toMillis();
    if (interval > 0) {
      getProcessingTimeService().scheduleWithFixedDelay(time -> flush(), interval, interval);
    }
  }

  @Override
  public void processElement(StreamRecord<AccountInput> element) {
    AccountInput input = element.getValue();
    AccountState state = store.read();
    if (input instanceof Scored scored) {
      if (!scored.company().isEmpty()) {
        state.company(scored.company());
      }
      keep(input.accountId(), state, scorer.onMember(state, store, scored.update()));
    } else if (input instanceof Alerted alerted) {
      // What its readers shall know of the company is there before the alert is.
      output.collect(
          new StreamRecord<>(
              codec.withColleagues(
                  alerted.alert(),
                  scorer.colleagues(
                      state, store, alerted.leadId(), alerted.scorecard(), alerted.hour()))));
    }
  }

  private void keep(String accountId, AccountState state, List<AccountRow> rows) {
    for (AccountRow row : rows) {
      Change change = new Change(accountId, state.company(), row);
      pending.add(accountId, row.scorecard(), change, PendingRows.NO_INPUT);
    }
    pending.trim(PendingRows.MOST, this::publish);
    register(state);
    store.write(state);
    if (settings.emitInterval().toMillis() == 0) {
      flush();
    }
  }

  private void register(AccountState state) {
    int due = scorer.nextDue(state);
    if (due >= state.timerHour() || due > settings.endHour()) {
      return;
    }
    state.timerHour(due);
    long time = Hours.startMillis(due);
    if (settings.isReplay()) {
      timers.registerEventTimeTimer(VoidNamespace.INSTANCE, time);
    } else {
      timers.registerProcessingTimeTimer(VoidNamespace.INSTANCE, time);
    }
  }

  @Override
  public void onEventTime(InternalTimer<String, VoidNamespace> timer) {
    fire(timer);
  }

  @Override
  public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
    fire(timer);
  }

  private void fire(InternalTimer<String, VoidNamespace> timer) {
    int hour = Hours.of(timer.getTimestamp());
    AccountState state = store.read();
    if (state.isEmpty()) {
      return;
    }
    if (state.timerHour() <= hour) {
      state.timerHour(Integer.MAX_VALUE);
    }
    keep(timer.getKey(), state, scorer.onTime(state, hour));
  }

  /** Lets event time go on. The end of the input is not the end of time. */
  @Override
  public void processWatermark(Watermark mark) throws Exception {
    if (mark.getTimestamp() == Watermark.MAX_WATERMARK.getTimestamp()) {
      output.emitWatermark(mark);
    } else {
      super.processWatermark(mark);
    }
  }

  private void flush() {
    pending.drainTo(this::publish);
  }

  private void publish(Change change, long since) {
    output.collect(
        new StreamRecord<>(codec.row(change.accountId(), change.company(), change.row())));
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) {
    flush();
  }

  /** At the end of a replay all accounts are told as they are then. */
  @Override
  public void finish() throws Exception {
    if (settings.hasEnd()) {
      try (Stream<String> accounts = store.accountIds()) {
        for (String account : accounts.toList()) {
          setCurrentKey(account);
          AccountState state = store.read();
          keep(account, state, scorer.onTime(state, settings.endHour()));
        }
      }
    }
    flush();
    super.finish();
  }
}
