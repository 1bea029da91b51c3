/** Verifies that the load that a fix promised to remove is gone. */
@NullMarked
package dev.teiten.review.promise;

import org.jspecify.annotations.NullMarked;
