/** What people of several ids do and turn out to be: made from a seed, sent chapter by chapter. */
@NullMarked
package io.leadpulse.chaos.people;

import org.jspecify.annotations.NullMarked;
