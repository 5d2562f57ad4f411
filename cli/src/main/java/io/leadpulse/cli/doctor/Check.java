package io.leadpulse.cli.doctor;

/**
 * Every check, in the order in which they are shown. {@code docs/operations.md} has the same list.
 */
enum Check {
  CONFIG(
      "config",
      "The job refuses to start with this configuration.",
      "Mend each place that is named; config/lead-scoring.yaml and config/hand-off.yaml show all keys."),
  KAFKA_REACHABLE(
      "kafka-reachable",
      "Nothing can be read or published.",
      "Start the brokers; check the address, and security.protocol and credentials in"
          + " kafka.properties or --command-config."),
  KAFKA_VERSION(
      "kafka-version",
      "Leadpulse is tested with Kafka 4; this one is older.",
      "Upgrade the brokers, then raise metadata.version with kafka-features.sh."),
  TRANSACTION_VERSION(
      "transaction-version",
      "A sender that was thought dead can still write into a later transaction: results may come"
          + " twice or be lost.",
      "kafka-features.sh upgrade --feature transaction.version=2, on Kafka 4."),
  TRANSACTION_LIMIT(
      "transaction-limit",
      "The broker refuses the job's transactions, so the job fails at its start.",
      "Lower transaction.timeout, or raise the broker's transaction.max.timeout.ms."),
  TRANSACTION_OUTAGE(
      "transaction-outage",
      "A transaction ends before a failed job is back; what it held is lost.",
      "Raise transaction.timeout to checkpoint.interval + 3 x (checkpoint.timeout +"
          + " restart.max-delay), and start the job with the same file."),
  TOPICS_MISSING(
      "topics-missing",
      "The job fails as soon as it reads or writes a topic that is not there.",
      "leadpulse topics apply"),
  TOPICS_SETTINGS(
      "topics-settings",
      "Records are kept shorter, longer or otherwise than the design relies on.",
      "leadpulse topics plan shows the differences, leadpulse topics apply mends them."),
  TOPICS_PARTITIONS(
      "topics-partitions",
      "Partitions differ from the plan: if they were added, older records of a key are in another"
          + " partition and its order is lost.",
      "Write the partitions that there are into config/topics.yaml, or leadpulse topics apply"
          + " --add-partitions."),
  TOPICS_UNPLANNED(
      "topics-unplanned",
      "Somebody set something, or made a topic, that is in no plan.",
      "Put it into config/topics.yaml, or take it away with kafka-configs.sh or"
          + " kafka-topics.sh."),
  SCHEMA_HISTORY(
      "schema-history",
      "Records that are in the topics already cannot be read by this version, or its records by"
          + " earlier ones.",
      "Use a release whose schemas continue those of the release before."),
  SCHEMA_REGISTRY(
      "schema-registry",
      "Readers that ask the registry do not find a schema, and a job that writes by it does not"
          + " start.",
      "leadpulse schemas register; if the registry itself is away, start it."),
  TRANSACTIONAL_IDS(
      "transactional-ids",
      "Two jobs whose transactional ids begin alike abort each other's transactions at a start.",
      "Give each job a kafka.group-id that is not the beginning of another's."),
  GROUP_SHARED(
      "group-shared",
      "Somebody else uses this job's kafka.group-id: offsets are overwritten, transactions fenced.",
      "Give the other reader or job a group id of its own."),
  PARALLELISM_PARTITIONS(
      "parallelism-partitions",
      "Subtasks beyond the number of partitions read nothing.",
      "Lower parallelism, or add partitions before anybody relies on their order."),
  MAX_PARALLELISM(
      "max-parallelism",
      "Some subtasks own more leads than others.",
      "Choose a parallelism that divides max-parallelism; 2520 is divisible by all up to 10."),
  CHECKPOINT_FOLDER(
      "checkpoint-folder",
      "Checkpoints fail, nothing is published, and a failure loses the state.",
      "Make the folder and let the job's user write to it, or set checkpoint.dir."),
  CHECKPOINT_SPACE(
      "checkpoint-space",
      "Checkpoints fail once the disk is full.",
      "Free space, or set checkpoint.dir to a greater disk."),
  CHECKPOINT_STORAGE(
      "checkpoint-storage",
      "On a cluster of several machines a folder of one is not found by the others.",
      "Set checkpoint.dir to storage that all share: s3://, hdfs://, or a mount at one path."),
  FLINK_REACHABLE(
      "flink-reachable",
      "Nothing is known of the job.",
      "Start Flink, or give its REST address with --flink HOST:PORT."),
  JOB_RUNNING(
      "job-running",
      "No lead is scored, or none is handed over.",
      "Mend the cause that is named; then leadpulse run with the job's name, or flink run with the"
          + " newest checkpoint."),
  JOB_RESTARTS(
      "job-restarts",
      "The job fails and comes back; each time results wait, and what fails often fails for good.",
      "Mend the cause that is named; the log of the TaskManager has all of it."),
  FAILED_COMMITTABLES(
      "failed-committables",
      "The broker gave up transactions before they were committed: results that the job counts as"
          + " published are lost.",
      "Raise transaction.timeout, restart from the savepoint before the loss, or replay the time"
          + " since; rows of lead-score mend themselves at each lead's next change, alerts do not."),
  CHECKPOINT_AGE(
      "checkpoint-age",
      "Results become visible at checkpoints only, so they are late; a failure goes back this far.",
      "Look at the job's checkpoints in Flink's web page for the subtask that is slow or blocked."),
  CHECKPOINT_FAILURES(
      "checkpoint-failures",
      "Checkpoints fail; after the third in a row the job restarts.",
      "Mend the cause that is named: storage, checkpoint.timeout, or back pressure."),
  LAG(
      "lag",
      "Records wait unread, so what comes of them is late.",
      "Raise parallelism up to the number of partitions; look for back pressure and restarts."),
  MODEL_PUBLISHED(
      "model-published",
      "Without a valid scoring model the job does not start.",
      "leadpulse model publish config/models/b2b-japan.yaml"),
  RELEASES_REFUSED(
      "releases-refused",
      "A published model is not valid; the one before it stays in force.",
      "Read its dead letter for the reason, mend the model, leadpulse model publish."),
  RELEASES_LATE(
      "releases-late",
      "A release took effect before all tasks knew it, so some events were judged by the one"
          + " before; a replay would judge them otherwise.",
      "Publish with a longer --effective-in."),
  DEAD_LETTERS(
      "dead-letters",
      "Records that nobody could read are set aside; what they said is not scored.",
      "Read the topic dead-letter.v1: each has its cause and its coordinates. Mend the sender, then"
          + " send again."),
  READERS_ISOLATION(
      "readers-isolation",
      "A reader without isolation.level=read_committed sees results that are taken back, and sees"
          + " them twice.",
      "Set isolation.level=read_committed in every consumer of results.");

  private final String id;
  private final String meaning;
  private final String fix;

  Check(String id, String meaning, String fix) {
    this.id = id;
    this.meaning = meaning;
    this.fix = fix;
  }

  /** As it is shown; for ever, since alarms are built on it. */
  String id() {
    return id;
  }

  /** What it means if something is found. */
  String meaning() {
    return meaning;
  }

  /** What to do then. */
  String fix() {
    return fix;
  }
}
