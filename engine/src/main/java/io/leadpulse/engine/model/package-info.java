@NullMarked
package io.leadpulse.engine.model;

import org.jspecify.annotations.NullMarked;
