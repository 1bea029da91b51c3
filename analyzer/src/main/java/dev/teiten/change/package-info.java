/** The changes of queries against the weeks before: kind, size, date and cause. */
@NullMarked
package dev.teiten.change;

import org.jspecify.annotations.NullMarked;
