/**
 * What becomes of looks at a server's sessions, one a second: the minutes, hours and days that
 * Performance Insights would have given.
 */
@NullMarked
package dev.teiten.collect.sample;

import org.jspecify.annotations.NullMarked;
