/** The guards of a capacity: whether CPU, memory, traffic, locks and losses stay within limits. */
@NullMarked
package dev.teiten.size.guard;

import org.jspecify.annotations.NullMarked;
