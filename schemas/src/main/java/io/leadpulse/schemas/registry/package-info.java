/**
 * A schema registry that speaks the Confluent REST API: its client, what is remembered of it, and
 * the format of records that follows.
 */
@NullMarked
package io.leadpulse.schemas.registry;

import org.jspecify.annotations.NullMarked;
