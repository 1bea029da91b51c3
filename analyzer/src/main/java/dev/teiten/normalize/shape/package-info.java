/**
 * The shape of a statement as JSqlParser sees it: tables, columns, a canonical form, hints. It is
 * the only package that uses the parser.
 */
@NullMarked
package dev.teiten.normalize.shape;

import org.jspecify.annotations.NullMarked;
