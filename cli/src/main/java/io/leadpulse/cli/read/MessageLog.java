package io.leadpulse.cli.read;

import io.leadpulse.cli.topic.TopicRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The messages that are asked for, each once: after a replay the topic holds them again. */
final class MessageLog<T> implements Gathering<T, T> {
  private final Predicate<T> filter;
  private final Function<T, String> idOf;
  private final Comparator<T> byTime;
  private final Set<String> ids = new HashSet<>();
  private final List<T> messages = new ArrayList<>();

  /**
   * @param idOf the id that all copies of a message have
   * @param byTime oldest first
   */
  MessageLog(Predicate<T> filter, Function<T, String> idOf, Comparator<T> byTime) {
    this.filter = filter;
    this.idOf = idOf;
    this.byTime = byTime;
  }

  /** Whether the message is asked for and is no repeat of one that this was asked about before. */
  boolean isNews(T message) {
    return filter.test(message) && ids.add(idOf.apply(message));
  }

  @Override
  public void take(TopicRecord<T> message) {
    message.ifValue(this::add);
  }

  /** Takes a message unless it is no news. */
  void add(T message) {
    if (isNews(message)) {
      messages.add(message);
    }
  }

  /** The newest ones, oldest first; those of one time as they were sent. */
  @Override
  public List<T> rows(int limit) {
    List<T> sorted = messages.stream().sorted(byTime).toList();
    return sorted.subList(Math.max(0, sorted.size() - limit), sorted.size());
  }

  @Override
  public Optional<T> next(TopicRecord<T> message) {
    return Optional.ofNullable(message.value()).filter(this::isNews);
  }
}
