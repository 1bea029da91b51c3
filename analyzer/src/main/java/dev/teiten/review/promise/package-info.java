/** Whether the load that a fix promised to take away is really gone. */
@NullMarked
package dev.teiten.review.promise;

import org.jspecify.annotations.NullMarked;
