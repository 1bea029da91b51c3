@NullMarked
package dev.teiten.collect;

import org.jspecify.annotations.NullMarked;
