package io.leadpulse.engine.model;

import io.leadpulse.engine.event.EventKind;
import java.util.List;

/**
 * When an engagement counts for a signal: its kind, and one of the listed values for each attribute
 * that has a list. Values with {@code *} or {@code ?} are globs.
 *
 * @param where a CEL condition, empty for none
 * @param otherwise the signal counts only if no other of its kind does
 */
public record Matcher(
    EventKind on,
    List<String> paths,
    List<String> forms,
    List<String> assets,
    List<String> topics,
    List<String> campaigns,
    List<String> links,
    String where,
    boolean otherwise) {

  public Matcher {
    paths = List.copyOf(paths);
    forms = List.copyOf(forms);
    assets = List.copyOf(assets);
    topics = List.copyOf(topics);
    campaigns = List.copyOf(campaigns);
    links = List.copyOf(links);
  }
}
