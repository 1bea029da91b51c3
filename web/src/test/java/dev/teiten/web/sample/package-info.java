/** A small fleet with a known truth in a real archive, to view and test the pages. */
@NullMarked
package dev.teiten.web.sample;

import org.jspecify.annotations.NullMarked;
