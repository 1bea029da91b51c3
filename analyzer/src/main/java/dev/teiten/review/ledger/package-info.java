/** What came of the fixes: promised, live, verified, capacity that was really given back, dollars. */
@NullMarked
package dev.teiten.review.ledger;

import org.jspecify.annotations.NullMarked;
