package dev.teiten.archive.read;

import dev.teiten.archive.read.InstanceSeriesReader.StoredSeries;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.DigestStatistic;
import dev.teiten.load.WaitEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ObjDoubleConsumer;
import org.jspecify.annotations.Nullable;

/** Puts the digests of one instance together by hour. */
final class HourReader {
  private final Instant start;
  // By digest, then by the second at which the hour begins.
  private final TreeMap<String, Map<Integer, DigestHour>> digests = new TreeMap<>();

  private HourReader(Instant start) {
    this.start = start;
  }

  /**
   * @param series of one instance
   * @param start of the range that the series were read over
   */
  static List<DigestLoad> of(List<StoredSeries> series, Instant start) {
    HourReader reader = new HourReader(start);
    series.forEach(reader::add);
    return reader.loads();
  }

  private void add(StoredSeries series) {
    ObjDoubleConsumer<DigestHour> setter = setter(series);
    if (setter == null) {
      return;
    }
    Map<Integer, DigestHour> hours =
        digests.computeIfAbsent(series.key(), digest -> new HashMap<>());
    for (int i = 0; i < series.values().length; i++) {
      DigestHour hour = hours.computeIfAbsent(series.second(i), DigestHour::new);
      setter.accept(hour, series.values()[i]);
    }
  }

  /** How to store a value of this series in an hour; null if the series is not hourly. */
  private static @Nullable ObjDoubleConsumer<DigestHour> setter(StoredSeries series) {
    return switch (series.kind()) {
      case HOUR_DIGEST -> (hour, value) -> hour.loadAas = value;
      case HOUR_DIGEST_WAIT -> {
        WaitEvent wait = new WaitEvent(series.detail());
        yield (hour, value) -> hour.waits.put(wait, value);
      }
      case HOUR_STATISTIC -> {
        DigestStatistic statistic = DigestStatistic.valueOf(series.detail());
        yield (hour, value) -> hour.statistics.put(statistic, value);
      }
      default -> null;
    };
  }

  /** By hour, then by digest. */
  private List<DigestLoad> loads() {
    List<DigestLoad> loads = new ArrayList<>();
    digests.forEach(
        (digest, hours) -> hours.values().forEach(hour -> loads.add(hour.of(digest, start))));
    loads.sort(Comparator.comparing(DigestLoad::from));
    return loads;
  }

  /** A digest in an hour, while its values are being read. */
  private static final class DigestHour {
    private final int second;
    private double loadAas;
    private final Map<WaitEvent, Double> waits = new HashMap<>();
    private final Map<DigestStatistic, Double> statistics = new EnumMap<>(DigestStatistic.class);

    DigestHour(int second) {
      this.second = second;
    }

    DigestLoad of(String digest, Instant start) {
      return new DigestLoad(start.plusSeconds(second), digest, loadAas, waits, statistics);
    }
  }
}
