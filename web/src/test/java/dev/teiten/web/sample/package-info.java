/** A made-up fleet, so that pages can be seen and tested without an archive. */
@NullMarked
package dev.teiten.web.sample;

import org.jspecify.annotations.NullMarked;
