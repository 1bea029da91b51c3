/**
 * Predicts the CPU of a capacity: the week's work, the demand of the week to come, the hosts under
 * that demand, and the scenarios for all that is not known.
 */
@NullMarked
package dev.teiten.size.predict;

import org.jspecify.annotations.NullMarked;
