@NullMarked
package dev.teiten.rank;

import org.jspecify.annotations.NullMarked;
