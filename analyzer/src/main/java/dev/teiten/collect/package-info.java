/**
 * Fills the archive: collects days and texts from sources, and samples servers. Safe to interrupt,
 * to repeat, and to run beside readers.
 */
@NullMarked
package dev.teiten.collect;

import org.jspecify.annotations.NullMarked;
