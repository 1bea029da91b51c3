/** What the ranking and the sizing are worth against known truths, over many seeded scenarios. */
@NullMarked
package dev.teiten.validation;

import org.jspecify.annotations.NullMarked;
