/** Hints about a statement: their rules, and the hints that follow from statistics. */
@NullMarked
package dev.teiten.normalize.hint;

import org.jspecify.annotations.NullMarked;
