package dev.teiten.source.aws;

import dev.teiten.source.SourceSeries.SeriesKind;

/**
 * A dimension by which load is requested.
 *
 * @param group for example {@code db.user}
 * @param dimension the dimension of the group that is kept, for example {@code db.user.name}
 * @param kind the kind of the resulting series
 */
record LoadBreakdown(String group, String dimension, SeriesKind kind) {}
