package dev.teiten.source;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

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
  /** The oldest first; only equal events are alike. */
  public static final Comparator<SourceEvent> ORDER =
      Comparator.comparing(SourceEvent::at).thenComparing(SourceEvent::toString);

  public SourceEvent {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }
}
