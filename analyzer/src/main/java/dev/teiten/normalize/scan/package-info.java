/** From the text of a statement to its tokens: one pass, total, without an allocation a token. */
@NullMarked
package dev.teiten.normalize.scan;

import org.jspecify.annotations.NullMarked;
