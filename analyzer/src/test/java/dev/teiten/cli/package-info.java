/** These tests run the commands as a user runs them. */
@NullMarked
package dev.teiten.cli;

import org.jspecify.annotations.NullMarked;
