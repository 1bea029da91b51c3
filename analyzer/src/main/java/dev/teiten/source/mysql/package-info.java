/** performance_schema of a MySQL server, by JDBC. No other package reads it. */
@NullMarked
package dev.teiten.source.mysql;

import org.jspecify.annotations.NullMarked;
