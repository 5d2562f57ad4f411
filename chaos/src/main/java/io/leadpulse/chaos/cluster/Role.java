package io.leadpulse.chaos.cluster;

/** What a process of the cluster is there for. */
public enum Role {
  ZOOKEEPER,
  BROKER,
  JOB_MANAGER,
  TASK_MANAGER
}
