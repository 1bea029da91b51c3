/** These tests open the pages in a real browser. */
@NullMarked
package dev.teiten.web.browser;

import org.jspecify.annotations.NullMarked;
