/** Today's capacity compared with alternatives, and the capacity that fixes release. */
@NullMarked
package dev.teiten.web.sizing;

import org.jspecify.annotations.NullMarked;
