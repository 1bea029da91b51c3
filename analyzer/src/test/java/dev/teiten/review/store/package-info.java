@NullMarked
package dev.teiten.review.store;

import org.jspecify.annotations.NullMarked;
