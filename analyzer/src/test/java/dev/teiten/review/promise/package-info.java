@NullMarked
package dev.teiten.review.promise;

import org.jspecify.annotations.NullMarked;
