@NullMarked
package dev.teiten.size;

import org.jspecify.annotations.NullMarked;
