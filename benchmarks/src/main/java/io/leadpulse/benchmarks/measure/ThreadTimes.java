package io.leadpulse.benchmarks.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What each thread of a process has used up so far, native ones included, from Linux's accounts of
 * scheduling: in nanoseconds, not in ticks.
 *
 * @param threads by the thread's id
 */
record ThreadTimes(Map<Long, Account> threads) {
  /**
   * One thread.
   *
   * @param nanos on a processor
   * @param waited ready to run, but waiting for a processor
   */
  record Account(String comm, long nanos, long waited) {}

  /**
   * The present times of a process.
   *
   * @param process its folder, such as {@code /proc/self}
   */
  static ThreadTimes read(Path process) {
    Map<Long, Account> threads = new HashMap<>();
    try (Stream<Path> folders = Files.list(process.resolve("task"))) {
      for (Path folder : (Iterable<Path>) folders::iterator) {
        Account account = account(folder);
        if (account != null) {
          threads.put(Long.valueOf(folder.getFileName().toString()), account);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ThreadTimes(threads);
  }

  /** Null for a thread that ended meanwhile. */
  private static @Nullable Account account(Path folder) {
    try {
      List<String> numbers =
          List.of(Files.readString(folder.resolve("schedstat")).strip().split(" "));
      return new Account(
          Files.readString(folder.resolve("comm")).strip(),
          Long.parseLong(numbers.get(0)),
          Long.parseLong(numbers.get(1)));
    } catch (IOException ended) {
      return null;
    }
  }

  /** What was used up since an earlier time; threads that ended meanwhile are not in it. */
  ThreadTimes since(ThreadTimes before) {
    Map<Long, Account> used = new HashMap<>();
    threads.forEach(
        (id, now) -> {
          Account then = before.threads.getOrDefault(id, new Account(now.comm, 0, 0));
          used.put(id, new Account(now.comm, now.nanos - then.nanos, now.waited - then.waited));
        });
    return new ThreadTimes(used);
  }

  long nanos() {
    return threads.values().stream().mapToLong(Account::nanos).sum();
  }

  long waited() {
    return threads.values().stream().mapToLong(Account::waited).sum();
  }
}
