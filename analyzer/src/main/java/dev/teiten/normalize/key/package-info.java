/**
 * From tokens to the key of a query: the rules, the print, the fingerprint, the mask of literals.
 */
@NullMarked
package dev.teiten.normalize.key;

import org.jspecify.annotations.NullMarked;
