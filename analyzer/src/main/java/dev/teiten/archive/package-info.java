/**
 * The archive keeps collected data for ever in partitioned Parquet files and queries them in SQL.
 */
@NullMarked
package dev.teiten.archive;

import org.jspecify.annotations.NullMarked;
