/** Every query of a cluster by week and day: what a comparison compares. */
@NullMarked
package dev.teiten.change.history;

import org.jspecify.annotations.NullMarked;
