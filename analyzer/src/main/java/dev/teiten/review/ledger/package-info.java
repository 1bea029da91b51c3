/**
 * The ledger records the outcome of fixes: promised, live, verified, the capacity that was really
 * given back, and the dollars.
 */
@NullMarked
package dev.teiten.review.ledger;

import org.jspecify.annotations.NullMarked;
