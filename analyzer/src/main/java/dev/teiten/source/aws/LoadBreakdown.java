package dev.teiten.source.aws;

import dev.teiten.source.SourceSeries.SeriesKind;

/**
 * What load is asked by.
 *
 * @param group such as {@code db.user}
 * @param dimension the one of the group that is kept, such as {@code db.user.name}
 * @param kind what it is kept as
 */
record LoadBreakdown(String group, String dimension, SeriesKind kind) {}
