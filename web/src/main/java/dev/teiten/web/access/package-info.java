/** Access control: reading and changing the pages. */
@NullMarked
package dev.teiten.web.access;

import org.jspecify.annotations.NullMarked;
