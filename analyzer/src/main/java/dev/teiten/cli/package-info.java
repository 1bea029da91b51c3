/** The commands, and the composition root of the analyzer. */
@NullMarked
package dev.teiten.cli;

import org.jspecify.annotations.NullMarked;
