/** Where load comes from: the port, and what it hands over. */
@NullMarked
package dev.teiten.collect;

import org.jspecify.annotations.NullMarked;
