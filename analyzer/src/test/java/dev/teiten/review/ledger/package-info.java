@NullMarked
package dev.teiten.review.ledger;

import org.jspecify.annotations.NullMarked;
