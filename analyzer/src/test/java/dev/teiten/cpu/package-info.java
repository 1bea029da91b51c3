@NullMarked
package dev.teiten.cpu;

import org.jspecify.annotations.NullMarked;
