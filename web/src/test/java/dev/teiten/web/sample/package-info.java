/** A small fleet whose truth is known, in a real archive, for pages to be seen and tested. */
@NullMarked
package dev.teiten.web.sample;

import org.jspecify.annotations.NullMarked;
