/** The JSON of the command line, over HTTP. */
@NullMarked
package dev.teiten.web.api;

import org.jspecify.annotations.NullMarked;
