package dev.teiten.collect;

import dev.teiten.load.TimeRange;
import java.util.Collection;
import java.util.List;

/** A place to pull DB load from, such as Performance Insights in one region of one account. */
public interface LoadSource extends AutoCloseable {

  /**
   * The instances that exist now, with their clusters.
   *
   * @throws CollectException if the source does not answer or refuses
   */
  List<MonitoredInstance> inventory();

  /**
   * What the service did to clusters and instances, as far back as it remembers.
   *
   * @throws CollectException if the source does not answer or refuses
   */
  List<SourceEvent> events();

  /**
   * The load of one instance, at most one UTC day of it.
   *
   * @param range aligned to whole hours, or ending at a whole minute of the running hour
   * @throws CollectException if the source does not answer, refuses, or keeps nothing of the range
   */
  InstanceDay collect(MonitoredInstance instance, TimeRange range);

  /**
   * Full texts of digests whose text was cut.
   *
   * @param range when the digests were seen on {@code instance}
   * @return those that could be had; a digest that is denied or not ready is left out
   */
  List<DigestText> fullTexts(
      MonitoredInstance instance, TimeRange range, Collection<String> digests);

  /** Tries everything that collecting needs, and says what to do about what fails. */
  List<CheckResult> check();

  /** How many requests have been sent, retries not counted. */
  long requests();

  @Override
  void close();
}
