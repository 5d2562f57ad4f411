package io.leadpulse.benchmarks.run;

import io.leadpulse.benchmarks.peer.Peer;
import io.leadpulse.benchmarks.traffic.Audience;
import io.leadpulse.benchmarks.traffic.Beginning;
import io.leadpulse.benchmarks.traffic.ManySignals;
import java.util.ArrayList;
import java.util.List;

/** What is compared on which traffic. The first candidate is what all others are compared with. */
enum Workload {
  /** The traffic of W1: what scoring adds to reading, exchanging and writing; no other peers. */
  BASELINE(0.8, 0) {
    @Override
    List<Candidate> candidates(Loads loads, List<Peer> peers) {
      return beside(loads.usual(name(), audience(loads)), List.of(Peer.COPY));
    }

    @Override
    boolean isPartOfAll() {
      return false;
    }
  },
  /** Sessions of leads of which few are busy. */
  W1(0.8, 0) {
    @Override
    List<Candidate> candidates(Loads loads, List<Peer> peers) {
      return beside(loads.usual(name(), audience(loads)), peers);
    }
  },
  /** All leads alike: most sessions meet a lead that is not in memory. */
  W2(0, 0) {
    @Override
    List<Candidate> candidates(Loads loads, List<Peer> peers) {
      return withW1(beside(loads.usual(name(), audience(loads)), peers), loads);
    }
  },
  /** Very few leads are very busy, a bot besides; one account has a tenth of the leads. */
  W3(1.2, 5) {
    @Override
    List<Candidate> candidates(Loads loads, List<Peer> peers) {
      return withW1(beside(loads.usual(name(), audience(loads)), peers), loads);
    }
  },
  /** All leads alike, each with an account, one account with a tenth of them; no peers. */
  ACCOUNTS(0, 0) {
    @Override
    List<Candidate> candidates(Loads loads, List<Peer> peers) {
      Load even = loads.usual("even", leadsWithProfiles(loads, false));
      List<Candidate> candidates = beside(loads.usual(name(), audience(loads)), List.of());
      candidates.add(new Candidate("ours-even", Peer.OURS, even));
      return candidates;
    }

    @Override
    Audience audience(Loads loads) {
      return leadsWithProfiles(loads, true);
    }

    @Override
    int leads() {
      return 100_000;
    }
  },
  /** Models of 10 to 10,000 signals, of which each view of a page matches three; no peers. */
  W4(0.8, 0) {
    @Override
    List<Candidate> candidates(Loads loads, List<Peer> peers) {
      List<Candidate> candidates = new ArrayList<>();
      for (int signals : List.of(10, 100, 1_000, 10_000)) {
        String name = "signals-" + signals;
        int sections = ManySignals.sections(signals);
        Load load = loads.pages(name, audience(loads), sections, ManySignals.yaml(signals));
        candidates.add(new Candidate(name, Peer.OURS, load));
      }
      return candidates;
    }

    @Override
    boolean isFirstTheMeasure() {
      return true;
    }
  },
  /** A crowd of leads whose time to cool comes in one and the same hour of a replayed month. */
  W5(0.8, 0) {
    @Override
    List<Candidate> candidates(Loads loads, List<Peer> peers) {
      return beside(
          loads.monthAfter(name(), audience(loads)), List.of(Peer.OURS_ROCKSDB, Peer.OURS_HEAP));
    }

    @Override
    Audience audience(Loads loads) {
      return new Audience(loads.leads(), 0.8, 0, Beginning.CONTACT, true);
    }

    @Override
    int leads() {
      return 100_000;
    }

    @Override
    long warmUp(long wanted) {
      return 0;
    }

    @Override
    String config() {
      // Topics without any records hold back time for so long.
      return "time.mode: replay\nsource.idle-timeout: 1s\n";
    }
  },
  /** The traffic of W1 at a part of what the job can take: how long its alerts take; no peers. */
  LATENCY(0.8, 0) {
    @Override
    List<Candidate> candidates(Loads loads, List<Peer> peers) {
      return beside(loads.usual(name(), audience(loads)), List.of());
    }

    @Override
    boolean isPaced() {
      return true;
    }

    @Override
    boolean isPartOfAll() {
      return false;
    }
  },
  /** The re-score of all leads after a release of the model; no peers. */
  W6(0.8, 0) {
    @Override
    List<Candidate> candidates(Loads loads, List<Peer> peers) {
      Load load = loads.usual(name(), audience(loads));
      return beside(load, List.of(Peer.OURS_ROCKSDB, Peer.OURS_HEAP));
    }

    @Override
    boolean isRescore() {
      return true;
    }
  };

  private final double zipf;
  private final int botPercent;

  Workload(double zipf, int botPercent) {
    this.zipf = zipf;
    this.botPercent = botPercent;
  }

  /** All that is measured, in the order of a round. */
  abstract List<Candidate> candidates(Loads loads, List<Peer> peers);

  /** Whether it is run where no workload is named; the others say what it says too. */
  boolean isPartOfAll() {
    return true;
  }

  /** Whether a ratio is the other's by the first's, and not the first's by the other's. */
  boolean isFirstTheMeasure() {
    return false;
  }

  /** Whether events are sent by a timetable, and times are taken instead of CPU. */
  boolean isPaced() {
    return false;
  }

  /** How many leads there are if nobody says. */
  int leads() {
    return 1_000_000;
  }

  /** Events before the measured ones; none where what comes of the first leads is measured. */
  long warmUp(long wanted) {
    return wanted;
  }

  /** Settings of the job beside those that all workloads have, in YAML. */
  String config() {
    return "";
  }

  /** Whether "events" are the leads that a release after the last event has scored anew. */
  boolean isRescore() {
    return false;
  }

  Audience audience(Loads loads) {
    return new Audience(loads.leads(), zipf, botPercent);
  }

  private static Audience leadsWithProfiles(Loads loads, boolean hasBigAccount) {
    return new Audience(loads.leads(), 0, 0, Beginning.PROFILE, hasBigAccount);
  }

  private static List<Candidate> beside(Load load, List<Peer> peers) {
    List<Candidate> candidates = new ArrayList<>();
    candidates.add(new Candidate(Peer.OURS.term(), Peer.OURS, load));
    peers.forEach(peer -> candidates.add(new Candidate(peer.term(), peer, load)));
    return candidates;
  }

  private static List<Candidate> withW1(List<Candidate> candidates, Loads loads) {
    candidates.add(new Candidate("ours-w1", Peer.OURS, loads.usual(W1.name(), W1.audience(loads))));
    return candidates;
  }
}
