package io.leadpulse.jobs.handoff;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Takes inputs as they come, by the machine's clock, or in a replay in the order of their own
 * times: there each waits until time has come to it, so that the result is the same however they
 * are spread over partitions and subtasks.
 */
abstract class TimeOrderedFunction<I, O> extends KeyedProcessFunction<String, I, O> {
  private final boolean replay;
  private final TypeInformation<I> type;

  /** Of replays: how many inputs wait for a time. */
  private transient MapState<Long, Integer> counts;

  /** The inputs by their time and number, in the order in which they came. */
  private transient MapState<Tuple2<Long, Integer>, I> waiting;

  TimeOrderedFunction(boolean replay, TypeInformation<I> type) {
    this.replay = replay;
    this.type = type;
  }

  @Override
  public void open(OpenContext context) throws Exception {
    counts =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("waiting-counts", Types.LONG, Types.INT));
    waiting =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>("waiting", Types.TUPLE(Types.LONG, Types.INT), type));
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
    Integer before = counts.get(at);
    int number = before == null ? 0 : before;
    waiting.put(Tuple2.of(at, number), input);
    counts.put(at, number + 1);
    timers.registerEventTimeTimer(at);
  }

  @Override
  public final void onTimer(long at, OnTimerContext context, Collector<O> out) throws Exception {
    if (!replay) {
      tick(Math.max(at, context.timerService().currentProcessingTime()), context, out);
      return;
    }
    List<I> due = takeWaiting(at);
    if (due.isEmpty()) {
      tick(at, context, out);
    } else {
      take(due, at, context, out);
    }
  }

  private List<I> takeWaiting(long at) throws Exception {
    Integer count = counts.get(at);
    if (count == null) {
      return List.of();
    }
    counts.remove(at);
    List<I> due = new ArrayList<>(count);
    for (int number = 0; number < count; number++) {
      Tuple2<Long, Integer> key = Tuple2.of(at, number);
      due.add(waiting.get(key));
      waiting.remove(key);
    }
    return due;
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
