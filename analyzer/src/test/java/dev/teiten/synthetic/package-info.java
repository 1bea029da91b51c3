/** Synthetic clusters with a known truth, for the tests of the statistics. */
@NullMarked
package dev.teiten.synthetic;

import org.jspecify.annotations.NullMarked;
