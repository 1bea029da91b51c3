/** Every query of a cluster by week and day, as the comparison of weeks needs it. */
@NullMarked
package dev.teiten.change.history;

import org.jspecify.annotations.NullMarked;
