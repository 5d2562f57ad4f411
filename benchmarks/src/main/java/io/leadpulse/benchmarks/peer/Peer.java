package io.leadpulse.benchmarks.peer;

import io.leadpulse.jobs.LeadScoringJob;
import io.leadpulse.jobs.config.JobConfig;
import io.leadpulse.jobs.decode.DecodeFunction;
import io.leadpulse.jobs.record.ImmutableType;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.registry.RegistryException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** What is measured. */
public enum Peer {
  /** The lead-scoring job as it is. */
  OURS("score lead", Claim.EVERY_INPUT_ONCE, ""),
  /** The job without its cache: every event reads its lead from RocksDB and writes it back. */
  OURS_ROCKSDB("score lead", Claim.EVERY_INPUT_ONCE, "cache.size: 0\n"),
  /** The job with its state on the heap. */
  OURS_HEAP("score lead", Claim.EVERY_INPUT_ONCE, "state.backend: hashmap\n"),
  /** A keyed copy as the documentation of Flink and Avro would have it. */
  PT1_STANDARD("copy", Claim.SAME_RECORDS) {
    @Override
    public StreamGraph graph(JobConfig settings) {
      return new KeyedCopy<>(
              new StandardDecode(settings.kafka().topicPrefix()),
              new ImmutableType<>(SpecificRecordBase.class, new AnyAvroSerializer()),
              AvroRecords::lead,
              new StandardCopy())
          .graph(settings, operator());
    }
  },
  /** A keyed copy that reads only what it needs, by hand, and exchanges it in few bytes. */
  PT1_LEAN("copy", Claim.LEAN_RECORDS) {
    @Override
    public StreamGraph graph(JobConfig settings) {
      return new KeyedCopy<>(
              new LeanDecode(settings.kafka().topicPrefix()),
              LeanEvent.TYPE,
              LeanEvent::lead,
              new LeanCopy())
          .graph(settings, operator());
    }
  },
  /** The lean copy with a counter per lead in RocksDB. */
  PT2("count", Claim.LEAN_RECORDS_COUNTED) {
    @Override
    public StreamGraph graph(JobConfig settings) {
      return new KeyedCopy<>(
              new LeanDecode(settings.kafka().topicPrefix()),
              LeanEvent.TYPE,
              LeanEvent::lead,
              new LeanCount())
          .graph(settings, operator());
    }
  },
  /** The job with its scoring taken out: its own decoding and exchange, and a small record. */
  COPY("copy", Claim.ONE_FOR_ONE) {
    @Override
    public StreamGraph graph(JobConfig settings) {
      return new KeyedCopy<>(
              new DecodeFunction(
                  settings.kafka().topicPrefix(),
                  settings.timeRules(),
                  RecordFormat.singleObject()),
              LeadInput.TYPE,
              LeadInput::leadId,
              new JobCopy())
          .graph(settings, operator());
    }
  },
  /** A rolling score as it is usually written: events in a map, read anew each time, and timers. */
  USUAL_WAY("score", Claim.EVENTS_COUNTED) {
    @Override
    public StreamGraph graph(JobConfig settings) {
      return new KeyedCopy<>(
              new StandardDecode(settings.kafka().topicPrefix()),
              new ImmutableType<>(SpecificRecordBase.class, new AnyAvroSerializer()),
              AvroRecords::lead,
              new UsualScore())
          .graph(settings, operator());
    }
  },
  /** Events and points of each lead, counted in SQL. */
  FLINK_SQL("GroupAggregate", Claim.LAST_COUNTS) {
    @Override
    public StreamGraph graph(JobConfig settings) {
      return new SqlCount(Map.of()).graph(settings, term());
    }
  },
  /** The same with the batches that Flink's documentation advises. */
  FLINK_SQL_MINI_BATCH("LocalGroupAggregate", Claim.LAST_COUNTS) {
    @Override
    public StreamGraph graph(JobConfig settings) {
      return new SqlCount(SqlCount.MINI_BATCH).graph(settings, term());
    }

    @Override
    public String publisher() {
      return "GlobalGroupAggregate";
    }
  },
  /** The same scoring on Kafka Streams, with as much memory as ours and RocksDB tuned. */
  KAFKA_STREAMS("", Claim.EVERY_INPUT_ONCE),
  /** The same with the settings of Kafka Streams as they come. */
  KAFKA_STREAMS_UNTUNED("", Claim.EVERY_INPUT_ONCE);

  private final String operator;
  private final Claim claim;
  private final String config;

  Peer(String operator, Claim claim) {
    this(operator, claim, "");
  }

  Peer(String operator, Claim claim, String config) {
    this.operator = operator;
    this.claim = claim;
    this.config = config;
  }

  /** The job of this peer, for a caller that submits it; the lead-scoring job, if nothing else. */
  public StreamGraph graph(JobConfig settings) throws RegistryException {
    if (isOnStreams()) {
      throw new IllegalStateException(this + " does not run on Flink");
    }
    return LeadScoringJob.graph(settings);
  }

  /** Whether it runs on Kafka Streams, whose libraries cannot share a process with Flink's. */
  public boolean isOnStreams() {
    return operator.isEmpty();
  }

  /** Name of the operator whose inputs are counted. */
  public String operator() {
    return operator;
  }

  /** Name of the operator whose outputs are counted. */
  public String publisher() {
    return operator;
  }

  /** What its output is held to. */
  public Claim claim() {
    return claim;
  }

  /** Settings of the job beside those that all peers have, in YAML. */
  public String config() {
    return config;
  }

  /** Whether it scores with the engine; the others only count or copy. */
  public boolean isScoring() {
    return claim == Claim.EVERY_INPUT_ONCE;
  }

  /** How many inputs of the operator are no events: the release of the model. */
  public int inputsBesideEvents() {
    return isScoring() && !isOnStreams() ? 1 : 0;
  }

  /** The name in commands and reports, such as {@code pt1-lean}. */
  public String term() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The peer of a name.
   *
   * @throws IllegalArgumentException if there is none; says which there are
   */
  public static Peer of(String term) {
    return Arrays.stream(values())
        .filter(peer -> peer.term().equals(term))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(term + " is none of " + terms()));
  }

  private static List<String> terms() {
    return Arrays.stream(values()).map(Peer::term).toList();
  }
}
