/** Hints at what to change in a statement: their rules, and those that follow from statistics. */
@NullMarked
package dev.teiten.normalize.hint;

import org.jspecify.annotations.NullMarked;
