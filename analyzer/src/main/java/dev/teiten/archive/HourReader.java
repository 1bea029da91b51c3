package dev.teiten.archive;

import dev.teiten.load.DigestStatistic;
import dev.teiten.load.WaitEvent;
import java.time.Instant;
import java.util.ArrayList;
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
  private final TreeMap<Integer, Map<String, Hour>> hours = new TreeMap<>();

  private HourReader(Instant start) {
    this.start = start;
  }

  /**
   * @param start of the range that the parts were read over
   */
  static List<DigestLoad> of(List<SeriesReader.Part> parts, Instant start) {
    HourReader reader = new HourReader(start);
    parts.forEach(reader::add);
    return reader.loads();
  }

  private void add(SeriesReader.Part part) {
    ObjDoubleConsumer<Hour> adder = adder(part);
    for (int i = 0; adder != null && i < part.values().length; i++) {
      Hour hour =
          hours
              .computeIfAbsent(part.second(i), second -> new TreeMap<>())
              .computeIfAbsent(part.key(), digest -> new Hour());
      adder.accept(hour, part.values()[i]);
    }
  }

  /** What a value of the part is to an hour; null where it is nothing. */
  private static @Nullable ObjDoubleConsumer<Hour> adder(SeriesReader.Part part) {
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

  private List<DigestLoad> loads() {
    List<DigestLoad> loads = new ArrayList<>();
    hours.forEach(
        (second, digests) ->
            digests.forEach(
                (digest, hour) -> loads.add(hour.at(start.plusSeconds(second), digest))));
    return loads;
  }

  /** One digest in one hour, while its values come in. */
  private static final class Hour {
    private double loadAas;
    private final Map<WaitEvent, Double> waits = new HashMap<>();
    private final Map<DigestStatistic, Double> statistics = new EnumMap<>(DigestStatistic.class);

    DigestLoad at(Instant from, String digest) {
      return new DigestLoad(from, digest, loadAas, waits, statistics);
    }
  }
}
