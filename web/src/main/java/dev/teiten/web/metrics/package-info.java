/** Numbers for monitors, in the text format of Prometheus. */
@NullMarked
package dev.teiten.web.metrics;

import org.jspecify.annotations.NullMarked;
