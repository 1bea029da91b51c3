package dev.teiten.web.view;

import org.jspecify.annotations.Nullable;

/**
 * A header that sorts its table.
 *
 * @param href this page sorted by this column, or in the other direction if it is sorted by it;
 *     null if not sortable
 * @param sorted {@code ascending} or {@code descending}; null if another column sorts the table
 */
public record SortHeader(
    String key, String label, String tip, @Nullable String href, @Nullable String sorted) {}
