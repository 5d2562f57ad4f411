package io.leadpulse.cli.doctor;

import io.leadpulse.cli.stack.Answer;
import io.leadpulse.cli.terminal.CliException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Whether this job's group id, and with it the ids of its transactions, is its own. */
final class OneJobPerGroup implements Examination {
  /** What Flink puts behind the prefix: subtask and number. */
  private static final Pattern ENDING = Pattern.compile("-\\d+-\\d+$");

  private final Admin admin;
  private final String groupId;
  private final List<String> prefixes;

  /**
   * @param prefixes what the ids of the job's transactions begin with
   */
  OneJobPerGroup(Admin admin, String groupId, List<String> prefixes) {
    this.admin = admin;
    this.groupId = groupId;
    this.prefixes = prefixes;
  }

  @Override
  public Set<Check> checks() {
    return EnumSet.of(Check.TRANSACTIONAL_IDS, Check.GROUP_SHARED);
  }

  @Override
  public void examine(Findings findings) {
    judgeMembers(findings);
    List<String> ids =
        Answer.of(admin.listTransactions().all(), "the transactions").stream()
            .map(TransactionListing::transactionalId)
            .toList();
    Set<String> others = clashes(prefixes, ids);
    if (others.isEmpty()) {
      findings.ok(
          Check.TRANSACTIONAL_IDS, "none of %d ids begins as those of %s", ids.size(), groupId);
    } else {
      findings.problem(
          Check.TRANSACTIONAL_IDS, "%s beside those of %s", String.join(", ", others), groupId);
    }
  }

  /**
   * What other ids begin with that begins as ours do, or that ours begin with.
   *
   * @param prefixes what ours begin with
   * @param ids in use, ours among them
   */
  static Set<String> clashes(List<String> prefixes, Collection<String> ids) {
    Set<String> clashes = new TreeSet<>();
    for (String own : prefixes) {
      for (String id : ids) {
        String prefix = ENDING.matcher(id).replaceFirst("");
        boolean fromFlink = !prefix.equals(id);
        boolean same = fromFlink && prefix.equals(own);
        if (!same && (id.startsWith(own) || (fromFlink && own.startsWith(prefix)))) {
          clashes.add(prefix);
        }
      }
    }
    return clashes;
  }

  /**
   * The job takes its partitions itself, so its groups have no members; whoever joins is foreign.
   */
  private void judgeMembers(Findings findings) {
    TreeSet<String> members = new TreeSet<>();
    Map<String, KafkaFuture<ConsumerGroupDescription>> groups =
        admin.describeConsumerGroups(List.of(groupId, groupId + "-model")).describedGroups();
    groups.forEach((group, description) -> addMembers(group, description, members));
    if (members.isEmpty()) {
      findings.ok(
          Check.GROUP_SHARED,
          "no member in the groups of %s; a job of another Flink with this id cannot be seen here",
          groupId);
    } else {
      findings.problem(Check.GROUP_SHARED, "members of %s: %s", groupId, members);
    }
  }

  private static void addMembers(
      String group, KafkaFuture<ConsumerGroupDescription> description, Set<String> members) {
    try {
      Answer.of(description, "group " + group).members().stream()
          .map(member -> member.clientId() + member.host())
          .forEach(members::add);
    } catch (CliException e) {
      if (!isAbsent(e)) {
        throw e;
      }
    }
  }

  private static boolean isAbsent(Throwable failure) {
    return failure instanceof GroupIdNotFoundException
        || (failure.getCause() != null && isAbsent(failure.getCause()));
  }
}
