/**
 * The work that a capacity has to do: by role and minute of the week, in the weeks before, and as
 * it may become in the weeks to come.
 */
@NullMarked
package dev.teiten.size.demand;

import org.jspecify.annotations.NullMarked;
