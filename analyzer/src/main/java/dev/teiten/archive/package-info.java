/** What was collected, kept for ever as partitioned Parquet and asked in SQL. */
@NullMarked
package dev.teiten.archive;

import org.jspecify.annotations.NullMarked;
