@NullMarked
package dev.teiten.collect.sample;

import org.jspecify.annotations.NullMarked;
