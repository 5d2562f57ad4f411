/** A whole cluster as processes of this machine, each of which can be killed and started again. */
@NullMarked
package io.leadpulse.chaos.cluster;

import org.jspecify.annotations.NullMarked;
