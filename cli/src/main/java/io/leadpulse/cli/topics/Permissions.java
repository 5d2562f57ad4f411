package io.leadpulse.cli.topics;

import org.jspecify.annotations.Nullable;

/**
 * What the user lets an application of the plan do.
 *
 * @param addPartitions to topics that have too few
 * @param destructive changes that delete records or make senders fail
 */
record Permissions(boolean addPartitions, boolean destructive) {

  /** Why a change is not allowed; null if it is. */
  @Nullable String refusal(Change change) {
    if (change.what() == Change.Kind.too_many_partitions) {
      return "partitions cannot be taken away; plan " + change.found();
    }
    if (change.what() == Change.Kind.too_few_partitions && !addPartitions) {
      return "keys move to other partitions and lose their order; --add-partitions allows it";
    }
    if (change.danger() != null && !destructive) {
      return change.danger() + "; --allow-destructive allows it";
    }
    return null;
  }
}
