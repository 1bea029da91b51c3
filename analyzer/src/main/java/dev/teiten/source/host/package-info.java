/** The hosts of servers: their CPU, memory and network. */
@NullMarked
package dev.teiten.source.host;

import org.jspecify.annotations.NullMarked;
