/** Common parts of all pages: formatted numbers and words, links, the page's frame. */
@NullMarked
package dev.teiten.web.view;

import org.jspecify.annotations.NullMarked;
