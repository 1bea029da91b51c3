/** The web server: pages and JSON of the review. */
@NullMarked
package dev.teiten.web;

import org.jspecify.annotations.NullMarked;
