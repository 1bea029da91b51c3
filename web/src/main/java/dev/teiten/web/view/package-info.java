/** What all pages share: numbers and words as people read them, links, the page's frame. */
@NullMarked
package dev.teiten.web.view;

import org.jspecify.annotations.NullMarked;
