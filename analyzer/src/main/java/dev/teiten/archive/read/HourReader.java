package dev.teiten.archive.read;

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
  private final TreeMap<String, Map<Integer, Hour>> digests = new TreeMap<>();

  private HourReader(Instant start) {
    this.start = start;
  }

  /**
   * @param start of the range that the parts were read over
   */
  static List<DigestLoad> of(List<InstanceSeriesReader.StoredSeries> parts, Instant start) {
    HourReader reader = new HourReader(start);
    parts.forEach(reader::add);
    return reader.loads();
  }

  private void add(InstanceSeriesReader.StoredSeries part) {
    ObjDoubleConsumer<Hour> adder = adder(part);
    if (adder == null) {
      return;
    }
    Map<Integer, Hour> hours = digests.computeIfAbsent(part.key(), digest -> new HashMap<>());
    for (int i = 0; i < part.values().length; i++) {
      Hour hour = hours.computeIfAbsent(part.second(i), Hour::new);
      adder.accept(hour, part.values()[i]);
    }
  }

  /** What a value of the part is to an hour; null where it is nothing. */
  private static @Nullable ObjDoubleConsumer<Hour> adder(InstanceSeriesReader.StoredSeries part) {
    return switch (part.kind()) {
      case "hour_digest" -> (hour, value) -> hour.loadAas = value;
      case "hour_digest_wait" -> {
        WaitEvent wait = new WaitEvent(part.detail());
        yield (hour, value) -> hour.waits.put(wait, value);
      }
      case "hour_statistic" -> {
        DigestStatistic statistic = DigestStatistic.valueOf(part.detail());
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

  /** One digest in one hour, while its values come in. */
  private static final class Hour {
    private final int second;
    private double loadAas;
    private final Map<WaitEvent, Double> waits = new HashMap<>();
    private final Map<DigestStatistic, Double> statistics = new EnumMap<>(DigestStatistic.class);

    Hour(int second) {
      this.second = second;
    }

    DigestLoad of(String digest, Instant start) {
      return new DigestLoad(start.plusSeconds(second), digest, loadAas, waits, statistics);
    }
  }
}
