package io.leadpulse.benchmarks.run;

import io.leadpulse.benchmarks.traffic.TrafficSettings;

/**
 * What a candidate has to bear.
 *
 * @param name in reports
 * @param model text of the scoring model
 */
record Load(String name, TrafficSettings traffic, String model) {}
