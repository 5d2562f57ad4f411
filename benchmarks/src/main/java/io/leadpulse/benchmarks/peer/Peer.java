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
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** What is measured. */
public enum Peer {
  /** The lead-scoring job as it is. */
  OURS("score lead", Claim.EVERY_INPUT_ONCE) {
    @Override
    public StreamGraph graph(JobConfig config) throws RegistryException {
      return LeadScoringJob.graph(config);
    }
  },
  /** The job with its state on the heap. */
  OURS_HEAP("score lead", Claim.EVERY_INPUT_ONCE) {
    @Override
    public StreamGraph graph(JobConfig config) throws RegistryException {
      return LeadScoringJob.graph(config);
    }

    @Override
    public String config() {
      return "state.backend: hashmap\n";
    }
  },
  /** A keyed copy as the documentation of Flink and Avro would have it. */
  PT1_STANDARD("copy", Claim.SAME_RECORDS) {
    @Override
    public StreamGraph graph(JobConfig config) {
      return new KeyedCopy<>(
              new StandardDecode(config.kafka().topicPrefix()),
              new ImmutableType<>(SpecificRecordBase.class, new AnyAvroSerializer()),
              AvroRecords::lead,
              new StandardCopy())
          .graph(config, operator());
    }
  },
  /** A keyed copy that reads only what it needs, by hand, and exchanges it in few bytes. */
  PT1_LEAN("copy", Claim.LEAN_RECORDS) {
    @Override
    public StreamGraph graph(JobConfig config) {
      return new KeyedCopy<>(
              new LeanDecode(config.kafka().topicPrefix()),
              LeanEvent.TYPE,
              LeanEvent::lead,
              new LeanCopy())
          .graph(config, operator());
    }
  },
  /** The lean copy with a counter per lead in RocksDB. */
  PT2("count", Claim.LEAN_RECORDS_COUNTED) {
    @Override
    public StreamGraph graph(JobConfig config) {
      return new KeyedCopy<>(
              new LeanDecode(config.kafka().topicPrefix()),
              LeanEvent.TYPE,
              LeanEvent::lead,
              new LeanCount())
          .graph(config, operator());
    }
  },
  /** The job with its scoring taken out: its own decoding and exchange, and a small record. */
  COPY("copy", Claim.ONE_FOR_ONE) {
    @Override
    public StreamGraph graph(JobConfig config) {
      return new KeyedCopy<>(
              new DecodeFunction(
                  config.kafka().topicPrefix(), config.timeRules(), RecordFormat.singleObject()),
              LeadInput.TYPE,
              LeadInput::leadId,
              new JobCopy())
          .graph(config, operator());
    }
  },
  /** A rolling score as it is usually written: events in a map, read anew each time, and timers. */
  USUAL_WAY("score", Claim.EVENTS_COUNTED) {
    @Override
    public StreamGraph graph(JobConfig config) {
      return new KeyedCopy<>(
              new StandardDecode(config.kafka().topicPrefix()),
              new ImmutableType<>(SpecificRecordBase.class, new AnyAvroSerializer()),
              AvroRecords::lead,
              new UsualScore())
          .graph(config, operator());
    }
  },
  /** The same scoring on Kafka Streams, with as much memory as ours and RocksDB tuned. */
  KAFKA_STREAMS("", Claim.EVERY_INPUT_ONCE),
  /** The same with the settings of Kafka Streams as they come. */
  KAFKA_STREAMS_UNTUNED("", Claim.EVERY_INPUT_ONCE);

  private final String operator;
  private final Claim claim;

  Peer(String operator, Claim claim) {
    this.operator = operator;
    this.claim = claim;
  }

  /** The job of this peer, for a caller that submits it. */
  public StreamGraph graph(JobConfig config) throws RegistryException {
    throw new IllegalStateException(this + " does not run on Flink");
  }

  /** Whether it runs on Kafka Streams, whose libraries cannot share a process with Flink's. */
  public boolean isOnStreams() {
    return operator.isEmpty();
  }

  /** Name of the operator whose inputs are counted. */
  public String operator() {
    return operator;
  }

  /** What its output is held to. */
  public Claim claim() {
    return claim;
  }

  /** Settings of the job beside those that all peers have, in YAML. */
  public String config() {
    return "";
  }

  /** How many inputs of the operator are no events: the release of the model. */
  public int inputsBesideEvents() {
    return this == OURS || this == OURS_HEAP ? 1 : 0;
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
