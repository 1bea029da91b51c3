/** What the routes share: the request, the reviews that it asks for, and what was not found. */
@NullMarked
package dev.teiten.web.site;

import org.jspecify.annotations.NullMarked;
