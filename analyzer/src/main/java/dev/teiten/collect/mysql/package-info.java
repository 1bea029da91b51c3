/** Samples performance_schema of a MySQL 8 or newer; the only place that reads it. */
@NullMarked
package dev.teiten.collect.mysql;

import org.jspecify.annotations.NullMarked;
