package dev.teiten.source;

import dev.teiten.load.Engine;
import dev.teiten.load.TimeRange;
import java.util.List;
import java.util.Optional;

/**
 * A service that returns DB load, for example Performance Insights in one region of one account.
 */
public interface LoadSource extends AutoCloseable {

  /** The place of the source in words: its region, and the profile or role if one was named. */
  String place();

  /**
   * The instances that exist now, with their clusters.
   *
   * @throws SourceException if the source does not answer or refuses
   */
  List<MonitoredInstance> inventory();

  /**
   * Parts that the source refused during the last inventory, for example the roles of the
   * instances.
   */
  default List<SourceException> inventoryLacks() {
    return List.of();
  }

  /** The instances of other engines that the last inventory listed. */
  default List<UnreadInstance> unread() {
    return List.of();
  }

  /**
   * Events of clusters and instances, as far back as the source keeps them.
   *
   * @throws SourceException if the source does not answer or refuses
   */
  List<SourceEvent> events();

  /**
   * The instance classes that AWS offers for an engine version.
   *
   * @return empty if the service does not know the version
   * @throws SourceException if the source does not answer or refuses
   */
  Optional<OrderableClasses> orderable(Engine engine, String version);

  /**
   * The policies that scale the readers of clusters.
   *
   * @throws SourceException if the source does not answer or refuses
   */
  ScalingPolicies scalingPolicies();

  /**
   * The load of one instance for at most one UTC day.
   *
   * @param range aligned to whole hours, or ending at a whole minute of the running hour
   * @throws SourceException if the source does not answer, refuses, or has no data for the range
   */
  InstanceDay collect(MonitoredInstance instance, TimeRange range);

  /**
   * The full text of a digest, from a statement as it ran, with the findings about its literals.
   *
   * @param range when the digest was seen on {@code instance}
   * @return empty if the text is not available yet
   * @throws SourceException if the source does not answer or refuses
   */
  Optional<DigestText> fullText(MonitoredInstance instance, TimeRange range, String digest);

  /**
   * Tests every permission and setting that collecting needs, and gives a remedy for each failure.
   */
  List<CheckResult> check();

  /** Number of requests sent, without retries. */
  long requests();

  @Override
  void close();
}
