/** Queries by whole days before and after a moment, such as the release of a fix. */
@NullMarked
package dev.teiten.change.beforeafter;

import org.jspecify.annotations.NullMarked;
