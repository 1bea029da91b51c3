/** One query, or all queries of one route of an application, over time. */
@NullMarked
package dev.teiten.web.query;

import org.jspecify.annotations.NullMarked;
