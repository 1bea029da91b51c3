package dev.teiten.source.aws;

import dev.teiten.source.Series.Kind;

/**
 * What load is asked by.
 *
 * @param group such as {@code db.user}
 * @param dimension the one of the group that is kept, such as {@code db.user.name}
 * @param kind what it is kept as
 */
record Breakdown(String group, String dimension, Kind kind) {}
