package io.leadpulse.cli.run;

import io.leadpulse.cli.stack.MetricsEndpoint;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What {@code up} is asked to do, the job apart.
 *
 * @param data folder for what is kept; null for the project's own
 * @param ephemeral whether nothing is kept
 * @param readyFile written once all is ready; null for none
 * @param model published unless it is the newest; null for the default if there is none
 * @param uiPort of Flink's web page; 0 for any that is free
 * @param metrics where Flink shows its metrics; null for nowhere
 */
record UpSettings(
    @Nullable Path data,
    boolean ephemeral,
    @Nullable Path readyFile,
    @Nullable Path model,
    int uiPort,
    @Nullable MetricsEndpoint metrics) {}
