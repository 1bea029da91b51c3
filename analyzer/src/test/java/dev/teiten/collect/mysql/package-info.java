@NullMarked
package dev.teiten.collect.mysql;

import org.jspecify.annotations.NullMarked;
