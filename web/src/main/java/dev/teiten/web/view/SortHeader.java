package dev.teiten.web.view;

import org.jspecify.annotations.Nullable;

/**
 * A header that sorts its table.
 *
 * @param href the same page sorted by this column, or the other way round if it already is; null if
 *     there is nothing to sort by
 * @param sorted {@code ascending} or {@code descending}; null if the table is not sorted by it
 */
public record SortHeader(
    String key, String label, String tip, @Nullable String href, @Nullable String sorted) {}
