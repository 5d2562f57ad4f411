/** Translates between the topics' contracts and the engine's types; nothing else sees both. */
@NullMarked
package io.leadpulse.jobs.codec;

import org.jspecify.annotations.NullMarked;
