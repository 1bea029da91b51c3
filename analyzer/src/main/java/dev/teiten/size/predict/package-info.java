/**
 * Predicts the CPU of a capacity: the hosts under the demand, and the scenarios for all that is not
 * known.
 */
@NullMarked
package dev.teiten.size.predict;

import org.jspecify.annotations.NullMarked;
