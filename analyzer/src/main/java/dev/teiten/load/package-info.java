/**
 * The domain types that all packages share: clusters, instances, wait events, ranges, weeks, loads,
 * coverage. JDK only.
 */
@NullMarked
package dev.teiten.load;

import org.jspecify.annotations.NullMarked;
