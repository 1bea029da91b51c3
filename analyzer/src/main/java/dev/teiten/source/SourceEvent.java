package dev.teiten.source;

import java.time.Instant;

/**
 * Something that the source's service did to a cluster or to one of its instances.
 *
 * @param subject the cluster's or the instance's name; it may be gone by now
 * @param ofCluster whether {@code subject} is a cluster
 * @param message in the service's own words
 */
public record SourceEvent(
    Instant at, String region, String subject, boolean ofCluster, String message) {}
