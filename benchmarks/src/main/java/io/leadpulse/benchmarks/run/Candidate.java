package io.leadpulse.benchmarks.run;

import io.leadpulse.benchmarks.peer.Peer;

/**
 * One that is measured.
 *
 * @param name in reports
 */
record Candidate(String name, Peer peer, Load load) {}
