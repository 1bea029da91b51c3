/** This week against the weeks before: what changed of a query, since when, and why. */
@NullMarked
package dev.teiten.change;

import org.jspecify.annotations.NullMarked;
