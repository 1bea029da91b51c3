/** Common parts of the routes: the request, the reviews, and the errors for missing data. */
@NullMarked
package dev.teiten.web.site;

import org.jspecify.annotations.NullMarked;
