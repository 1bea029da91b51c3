/**
 * The shape of a statement as JSqlParser sees it: tables, columns, a canonical form, hints. The
 * only package that knows the parser.
 */
@NullMarked
package dev.teiten.normalize.shape;

import org.jspecify.annotations.NullMarked;
