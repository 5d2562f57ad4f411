package io.leadpulse.jobs.handoff;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.typeutils.ListTypeInfo;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Takes inputs as they come, by the machine's clock, or in a replay in the order of their own
 * times: there each waits until time has come to it, so that the result is the same however they
 * are spread over partitions and subtasks.
 */
abstract class InTime<I, O> extends KeyedProcessFunction<String, I, O> {
  private final boolean replay;
  private final TypeInformation<I> type;

  /** Of replays: what waits for its time, in the order in which it came. */
  private transient MapState<Long, List<I>> waiting;

  InTime(boolean replay, TypeInformation<I> type) {
    this.replay = replay;
    this.type = type;
  }

  @Override
  public void open(OpenContext context) throws Exception {
    waiting =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("waiting", Types.LONG, new ListTypeInfo<>(type)));
  }

  /** When an input happened, epoch milliseconds. */
  abstract long timeOf(I input);

  /**
   * Takes inputs of one instant.
   *
   * @param now epoch milliseconds
   */
  abstract void take(List<I> inputs, long now, Context context, Collector<O> out) throws Exception;

  /** Lets time pass to an instant at which {@link #take} or this asked for it. */
  abstract void tick(long now, Context context, Collector<O> out) throws Exception;

  @Override
  public final void processElement(I input, Context context, Collector<O> out) throws Exception {
    TimerService timers = context.timerService();
    if (!replay) {
      take(List.of(input), timers.currentProcessingTime(), context, out);
      return;
    }
    long at = timeOf(input);
    if (at <= timers.currentWatermark()) {
      // Later than the disorder that was allowed for; time does not go back.
      take(List.of(input), timers.currentWatermark(), context, out);
      return;
    }
    List<I> known = waiting.get(at);
    List<I> all = known == null ? new ArrayList<>() : new ArrayList<>(known);
    all.add(input);
    waiting.put(at, all);
    timers.registerEventTimeTimer(at);
  }

  @Override
  public final void onTimer(long at, OnTimerContext context, Collector<O> out) throws Exception {
    if (!replay) {
      tick(Math.max(at, context.timerService().currentProcessingTime()), context, out);
      return;
    }
    List<I> due = waiting.get(at);
    if (due == null) {
      tick(at, context, out);
    } else {
      waiting.remove(at);
      take(due, at, context, out);
    }
  }

  /** Asks for time to pass to an instant. */
  final void wake(long at, Context context) {
    if (replay) {
      context.timerService().registerEventTimeTimer(at);
    } else {
      context.timerService().registerProcessingTimeTimer(at);
    }
  }

  final boolean isReplay() {
    return replay;
  }
}
