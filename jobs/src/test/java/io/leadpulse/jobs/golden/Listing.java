package io.leadpulse.jobs.golden;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what state held, as {@link Fields} lists it. */
public final class Listing {
  private Listing() {}

  /** Lines of which not every part is found again; a later version may know of more. */
  public static List<String> missing(List<String> then, List<String> now) {
    Map<String, Set<String>> found = new HashMap<>();
    now.forEach(line -> found.put(path(line), parts(line)));
    List<String> missing = new ArrayList<>();
    for (String line : then) {
      if (!found.getOrDefault(path(line), Set.of()).containsAll(parts(line))) {
        missing.add(line);
      }
    }
    return missing;
  }

  private static String path(String line) {
    return line.substring(0, line.indexOf(" = "));
  }

  private static Set<String> parts(String line) {
    String value = line.substring(line.indexOf(" = ") + 3);
    boolean braces = value.startsWith("{") && value.endsWith("}");
    String inner = braces ? value.substring(1, value.length() - 1) : value;
    return new HashSet<>(Arrays.asList(inner.split(" \\| ", -1)));
  }
}
