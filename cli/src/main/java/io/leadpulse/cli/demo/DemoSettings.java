package io.leadpulse.cli.demo;

import io.leadpulse.cli.stack.MetricsEndpoint;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a demo is asked to do.
 *
 * @param length how long the simulator sends; null until interrupted
 * @param rate engagements per second
 * @param leads that are on their way at once
 * @param seed of the simulation
 * @param uiPort of Flink's web page; 0 for any that is free
 * @param metrics where Flink shows its metrics; null for nowhere
 */
record DemoSettings(
    @Nullable Duration length,
    int rate,
    int leads,
    long seed,
    int uiPort,
    @Nullable MetricsEndpoint metrics) {}
