/** The performance_schema of a MySQL server, through JDBC. No other package reads it. */
@NullMarked
package dev.teiten.source.mysql;

import org.jspecify.annotations.NullMarked;
