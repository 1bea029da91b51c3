@NullMarked
package dev.teiten.review.store.jdbc;

import org.jspecify.annotations.NullMarked;
