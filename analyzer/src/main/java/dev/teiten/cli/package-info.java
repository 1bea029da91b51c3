/** The commands, and the place where everything is put together. */
@NullMarked
package dev.teiten.cli;

import org.jspecify.annotations.NullMarked;
