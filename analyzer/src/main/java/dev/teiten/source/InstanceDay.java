package dev.teiten.source;

import dev.teiten.load.TimeRange;
import java.util.List;

/**
 * The data that a source returned for one instance and one UTC day, or a part of the day.
 *
 * @param range the requested range
 * @param series all series by minute and by hour
 * @param texts the texts of the digests seen, truncated at the length limit of the source
 * @param lacks parts that the source refused, for example all counters; the other parts are
 *     complete
 */
public record InstanceDay(
    MonitoredInstance instance,
    TimeRange range,
    List<SourceSeries> series,
    List<DigestText> texts,
    List<SourceException> lacks) {

  public InstanceDay {
    series = List.copyOf(series);
    texts = List.copyOf(texts);
    lacks = List.copyOf(lacks);
  }
}
