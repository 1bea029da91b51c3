/** One query over time. */
@NullMarked
package dev.teiten.web.query;

import org.jspecify.annotations.NullMarked;
