package dev.teiten.source;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An event of a cluster or an instance, as the source's service reported it.
 *
 * @param at to the microsecond, as the archive stores it
 * @param subject the name of the cluster or instance; it may be deleted by now
 * @param ofCluster whether {@code subject} is a cluster
 * @param message the service's wording
 */
public record SourceEvent(
    Instant at, String region, String subject, boolean ofCluster, String message) {
  public SourceEvent {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }
}
