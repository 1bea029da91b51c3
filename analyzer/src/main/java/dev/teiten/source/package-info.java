/**
 * The sources of DB load: the ports and the types of their answers. Each adapter of a port is a
 * package.
 */
@NullMarked
package dev.teiten.source;

import org.jspecify.annotations.NullMarked;
