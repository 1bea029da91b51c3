/**
 * Where DB load comes from: the ports, and the words of what they answer. An adapter of a port is a
 * package of its own.
 */
@NullMarked
package dev.teiten.source;

import org.jspecify.annotations.NullMarked;
