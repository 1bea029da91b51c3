/** The archive's engine on one machine: DuckDB in process. The only package that knows DuckDB. */
@NullMarked
package dev.teiten.archive.duckdb;

import org.jspecify.annotations.NullMarked;
