/** Today's capacity against what would do, and what fixes release. */
@NullMarked
package dev.teiten.web.sizing;

import org.jspecify.annotations.NullMarked;
