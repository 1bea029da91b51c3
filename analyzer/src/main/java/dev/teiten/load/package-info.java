/**
 * The words that every other package shares: clusters, instances, wait events, ranges, weeks,
 * coverage. JDK only.
 */
@NullMarked
package dev.teiten.load;

import org.jspecify.annotations.NullMarked;
