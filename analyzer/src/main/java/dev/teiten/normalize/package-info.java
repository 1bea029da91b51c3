/** One query, one fingerprint: a lexical key that cannot fail, and a parser that explains. */
@NullMarked
package dev.teiten.normalize;

import org.jspecify.annotations.NullMarked;
