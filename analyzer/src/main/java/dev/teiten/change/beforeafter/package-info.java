/** Queries by whole days before and after a moment: the release of a fix, say. */
@NullMarked
package dev.teiten.change.beforeafter;

import org.jspecify.annotations.NullMarked;
