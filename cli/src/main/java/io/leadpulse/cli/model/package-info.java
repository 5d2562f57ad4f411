/** Scoring models on their way to a stack: checked here, published to the topic of releases. */
@NullMarked
package io.leadpulse.cli.model;

import org.jspecify.annotations.NullMarked;
