package dev.teiten.source;

import dev.teiten.load.TimeRange;
import java.util.List;

/**
 * What a source knows of one instance for (a part of) one UTC day.
 *
 * @param range what was asked for
 * @param series everything by minute and by hour
 * @param texts the texts of the digests seen, cut where the source cuts
 * @param lacks parts that the source refused, such as all counters; the rest is there
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
