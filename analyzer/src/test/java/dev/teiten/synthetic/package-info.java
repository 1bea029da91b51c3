/** A made-up cluster whose truth is known, for the statistics' tests. */
@NullMarked
package dev.teiten.synthetic;

import org.jspecify.annotations.NullMarked;
