@NullMarked
package dev.teiten.web.tasks;

import org.jspecify.annotations.NullMarked;
