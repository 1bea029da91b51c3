@NullMarked
package dev.teiten.review;

import org.jspecify.annotations.NullMarked;
