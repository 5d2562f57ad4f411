/** What the leads of one company are worth together. */
@NullMarked
package io.leadpulse.engine.account;

import org.jspecify.annotations.NullMarked;
