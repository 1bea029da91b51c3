package dev.teiten.source;

import dev.teiten.load.Engine;
import dev.teiten.load.TimeRange;
import java.util.List;
import java.util.Optional;

/** A place to pull DB load from, such as Performance Insights in one region of one account. */
public interface LoadSource extends AutoCloseable {

  /** Where it is, for people: a region, with the profile or the role where one was named. */
  String place();

  /**
   * The instances that exist now, with their clusters.
   *
   * @throws CollectException if the source does not answer or refuses
   */
  List<MonitoredInstance> inventory();

  /** What the last inventory lacks because the source refused it, such as who the writer is. */
  default List<SourceException> inventoryLacks() {
    return List.of();
  }

  /**
   * What the service did to clusters and instances, as far back as it remembers.
   *
   * @throws CollectException if the source does not answer or refuses
   */
  List<SourceEvent> events();

  /**
   * The instance classes that can be had for an engine version.
   *
   * @return empty where the service does not know the version
   * @throws CollectException if the source does not answer or refuses
   */
  Optional<OrderableClasses> orderable(Engine engine, String version);

  /**
   * The load of one instance, at most one UTC day of it.
   *
   * @param range aligned to whole hours, or ending at a whole minute of the running hour
   * @throws CollectException if the source does not answer, refuses, or keeps nothing of the range
   */
  InstanceDay collect(MonitoredInstance instance, TimeRange range);

  /**
   * The full text of a digest whose text was cut, or did not come.
   *
   * @param range when the digest was seen on {@code instance}
   * @return empty where it is not ready
   * @throws CollectException if the source does not answer or refuses
   */
  Optional<DigestText> fullText(MonitoredInstance instance, TimeRange range, String digest);

  /** Tries everything that collecting needs, and says what to do about what fails. */
  List<CheckResult> check();

  /** How many requests have been sent, retries not counted. */
  long requests();

  @Override
  void close();
}
