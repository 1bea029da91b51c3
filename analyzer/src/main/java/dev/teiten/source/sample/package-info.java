/**
 * Turns samples of a server's sessions into the series of a day, as Performance Insights keeps
 * them.
 */
@NullMarked
package dev.teiten.source.sample;

import org.jspecify.annotations.NullMarked;
