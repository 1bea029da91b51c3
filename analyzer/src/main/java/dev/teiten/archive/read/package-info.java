/** Reads the load of a cluster from the archive: a week by minute, the weeks before by day. */
@NullMarked
package dev.teiten.archive.read;

import org.jspecify.annotations.NullMarked;
