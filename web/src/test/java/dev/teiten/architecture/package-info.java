/** The rules of the code that the build checks, for all three modules. */
@NullMarked
package dev.teiten.architecture;

import org.jspecify.annotations.NullMarked;
