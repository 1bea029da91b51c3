/** The smallest capacity that is safe, and the instances and dollars that a fix releases. */
@NullMarked
package dev.teiten.size;

import org.jspecify.annotations.NullMarked;
