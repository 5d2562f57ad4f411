package io.leadpulse.jobs.score;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.KeyContext;
import org.apache.flink.util.function.BiConsumerWithException;

/** A timer service that only notes what is registered, under which key. */
final class Timers implements InternalTimerService<VoidNamespace>, KeyContext {
  private final long now;
  private final List<Registered> registered = new ArrayList<>();
  private Object key = "";

  Timers(long now) {
    this.now = now;
  }

  /** Of a store whose timers no test looks at. */
  static LeadTimers unseen() {
    Timers service = new Timers(Inputs.START);
    BacklogHold hold = new BacklogHold(Inputs.START, 0);
    return new LeadTimers(
        service,
        service,
        Settings.replay(),
        hold,
        new Foresight(any -> TestModel.scorer()),
        new ScoreMetrics(new Metrics()));
  }

  List<Registered> registered() {
    return registered;
  }

  @Override
  public void setCurrentKey(Object current) {
    key = current;
  }

  @Override
  public Object getCurrentKey() {
    return key;
  }

  @Override
  public long currentProcessingTime() {
    return now;
  }

  @Override
  public void registerProcessingTimeTimer(VoidNamespace namespace, long time) {
    registered.add(new Registered(TimeMode.LIVE, key.toString(), time));
  }

  @Override
  public void registerEventTimeTimer(VoidNamespace namespace, long time) {
    registered.add(new Registered(TimeMode.REPLAY, key.toString(), time));
  }

  @Override
  public long currentWatermark() {
    throw new UnsupportedOperationException("scoring never reads the watermark");
  }

  @Override
  public void initializeWatermark(long watermark) {
    throw new UnsupportedOperationException("Flink's own business");
  }

  @Override
  public void deleteProcessingTimeTimer(VoidNamespace namespace, long time) {
    throw new UnsupportedOperationException("timers are never deleted");
  }

  @Override
  public void deleteEventTimeTimer(VoidNamespace namespace, long time) {
    throw new UnsupportedOperationException("timers are never deleted");
  }

  @Override
  public void forEachEventTimeTimer(
      BiConsumerWithException<VoidNamespace, Long, Exception> consumer) {
    throw new UnsupportedOperationException("timers are never looked through");
  }

  @Override
  public void forEachProcessingTimeTimer(
      BiConsumerWithException<VoidNamespace, Long, Exception> consumer) {
    throw new UnsupportedOperationException("timers are never looked through");
  }

  /** One timer of one lead. */
  record Registered(TimeMode mode, String lead, long time) {}
}
