/** The review in forms for sharing. */
@NullMarked
package dev.teiten.web.share;

import org.jspecify.annotations.NullMarked;
