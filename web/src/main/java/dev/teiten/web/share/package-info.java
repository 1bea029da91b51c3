/** The review in forms to hand on. */
@NullMarked
package dev.teiten.web.share;

import org.jspecify.annotations.NullMarked;
