@NullMarked
package dev.teiten.web.metrics;

import org.jspecify.annotations.NullMarked;
