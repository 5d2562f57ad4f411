package io.leadpulse.cli.doctor;

import io.leadpulse.cli.stack.Answer;
import io.leadpulse.cli.stack.ClientProperties;
import io.leadpulse.schemas.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;

/**
 * Who reads the results, and whether committed ones only. The isolation is in each request of a
 * consumer and nowhere in the broker, so only the consumers' own files tell it.
 */
final class ReadersCommitted implements Examination {
  private static final String KEY = "isolation.level";

  private final Admin admin;
  private final String prefix;
  private final List<Path> files;

  /**
   * @param files properties of consumers of the results
   */
  ReadersCommitted(Admin admin, String prefix, List<Path> files) {
    this.admin = admin;
    this.prefix = prefix;
    this.files = files;
  }

  @Override
  public Set<Check> checks() {
    return EnumSet.of(Check.READERS_ISOLATION);
  }

  @Override
  public void examine(Findings findings) {
    List<String> wrong = new ArrayList<>();
    for (Path file : files) {
      String level = ClientProperties.read(file).getProperty(KEY, "read_uncommitted, the default");
      if (!level.equals("read_committed")) {
        wrong.add("%s has %s=%s".formatted(file, KEY, level));
      }
    }
    if (!wrong.isEmpty()) {
      findings.problem(Check.READERS_ISOLATION, "%s", String.join(", ", wrong));
    } else if (files.isEmpty()) {
      findings.notChecked(
          Check.READERS_ISOLATION,
          "Kafka does not know how a group reads; give its properties with --reader-config. %s",
          seen());
    } else {
      findings.ok(Check.READERS_ISOLATION, "%s=read_committed in all files given. %s", KEY, seen());
    }
  }

  private String seen() {
    Set<String> groups = readers();
    return groups.isEmpty()
        ? "No group committed offsets of the results"
        : "Groups that read results: " + String.join(", ", groups);
  }

  private Set<String> readers() {
    Map<String, ListConsumerGroupOffsetsSpec> all = new TreeMap<>();
    for (GroupListing group :
        Answer.of(admin.listGroups(ListGroupsOptions.forConsumerGroups()).all(), "the groups")) {
      all.put(group.groupId(), new ListConsumerGroupOffsetsSpec());
    }
    Set<String> topics =
        Set.of(Topics.LEAD_SCORE.topic(prefix), Topics.HOT_LEAD_ALERT.topic(prefix));
    Set<String> readers = new TreeSet<>();
    if (!all.isEmpty()) {
      Answer.of(admin.listConsumerGroupOffsets(all).all(), "the groups' offsets")
          .forEach(
              (group, offsets) -> {
                if (offsets.keySet().stream().anyMatch(at -> topics.contains(at.topic()))) {
                  readers.add(group);
                }
              });
    }
    return readers;
  }
}
