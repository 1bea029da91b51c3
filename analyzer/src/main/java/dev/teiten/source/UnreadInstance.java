package dev.teiten.source;

import org.jspecify.annotations.Nullable;

/**
 * An instance of an engine whose load Teiten does not read, such as Oracle.
 *
 * @param region of AWS, for example {@code us-east-1}
 * @param name {@code DBInstanceIdentifier}
 * @param engine as RDS names it, for example {@code oracle-se2}
 * @param instanceClass null if unknown
 */
public record UnreadInstance(
    String region, String name, String engine, @Nullable String instanceClass) {}
