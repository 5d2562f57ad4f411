/** Reports of sales, sent from the terminal. */
@NullMarked
package io.leadpulse.cli.sales;

import org.jspecify.annotations.NullMarked;
