/** Shows the review. */
@NullMarked
package dev.teiten.web;

import org.jspecify.annotations.NullMarked;
