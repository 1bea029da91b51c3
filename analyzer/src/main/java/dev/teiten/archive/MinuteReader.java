package dev.teiten.archive;

import dev.teiten.load.Counter;
import dev.teiten.load.Instance;
import dev.teiten.load.TimeRange;
import dev.teiten.load.WaitEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the series by minute, and what there is by second, of one instance over a range. */
final class MinuteReader {
  private static final String KINDS =
      "('total', 'wait', 'digest', 'digest_cpu', 'counter', 'other', 'second_cpu')";

  private static final String SECONDS = "second_cpu";

  private final ArchiveEngine engine;
  private final TimeRange range;

  MinuteReader(ArchiveEngine engine, TimeRange range) {
    this.engine = engine;
    this.range = range;
  }

  /**
   * One series of one file.
   *
   * @param seconds at which the values begin, since the start of the range
   */
  private record Part(String kind, String key, String file, Object[] seconds, Object[] values) {
    int minute(int i) {
      return second(i) / 60;
    }

    int second(int i) {
      return ((Number) seconds[i]).intValue();
    }

    double value(int i) {
      return ((Number) values[i]).doubleValue();
    }
  }

  InstanceLoad read(Instance instance, List<Path> days, List<DigestLoad> hours) {
    List<Part> parts = days.isEmpty() ? List.of() : parts(days);
    double[] total = empty();
    Map<String, int[]> spans = new HashMap<>();
    for (Part part : parts) {
      if (part.kind.equals("total")) {
        fill(total, part);
        spans.put(part.file, span(part));
      }
    }
    Map<WaitEvent, double[]> waits = new HashMap<>();
    Map<String, double[]> digests = new HashMap<>();
    Map<String, double[]> digestCpu = new HashMap<>();
    Map<Counter, double[]> counters = new EnumMap<>(Counter.class);
    for (Part part : parts) {
      switch (part.kind) {
        case "wait" ->
            fill(
                waits.computeIfAbsent(new WaitEvent(part.key), k -> zeros(total, 0, total.length)),
                part);
        case "digest" ->
            fillDay(digests.computeIfAbsent(part.key, k -> empty()), part, total, spans);
        case "digest_cpu" ->
            fillDay(digestCpu.computeIfAbsent(part.key, k -> empty()), part, total, spans);
        case "counter" ->
            fill(counters.computeIfAbsent(Counter.valueOf(part.key), k -> empty()), part);
        default -> {}
      }
    }
    // Files that were written before "other" was kept have it derived.
    double[] other = InstanceLoad.left(total, digests);
    parts.stream().filter(part -> part.kind.equals("other")).forEach(part -> fill(other, part));
    return new InstanceLoad(
        instance,
        total,
        waits,
        digests,
        digestCpu,
        counters,
        hours,
        other,
        parts.stream()
            .filter(p -> p.kind.equals(SECONDS))
            .flatMap(MinuteReader::stretches)
            .toList());
  }

  private List<Part> parts(List<Path> days) {
    String sql =
        "SELECT series, key, filename, list("
            + ArchiveSql.step(range, 1)
            + "), list(value) FROM "
            + engine.relation(days)
            + " WHERE series IN "
            + KINDS
            + " AND "
            + ArchiveSql.inside(range)
            + " GROUP BY ALL";
    List<Part> parts =
        engine.query(
            sql,
            row -> new Part(row.string(1), row.string(2), row.string(3), row.list(4), row.list(5)));
    // Sorted here: an engine that sorts moves the lists about.
    parts.sort(Comparator.comparing(Part::kind).thenComparing(Part::key).thenComparing(Part::file));
    return parts;
  }

  /** Runs of seconds without a gap. */
  private static Stream<CpuSeconds> stretches(Part part) {
    TreeMap<Integer, Double> counts = new TreeMap<>();
    for (int i = 0; i < part.values.length; i++) {
      counts.put(part.second(i), part.value(i));
    }
    List<CpuSeconds> stretches = new ArrayList<>();
    while (!counts.isEmpty()) {
      int first = counts.firstKey();
      int end = first;
      while (counts.containsKey(end)) {
        end++;
      }
      Map<Integer, Double> run = counts.headMap(end);
      stretches.add(
          new CpuSeconds(first, run.values().stream().mapToDouble(Double::doubleValue).toArray()));
      run.clear();
    }
    return stretches.stream();
  }

  private static void fill(double[] values, Part part) {
    for (int i = 0; i < part.values.length; i++) {
      values[part.minute(i)] = part.value(i);
    }
  }

  /**
   * A digest that is in the source's top of a day has a value for every minute of it; those not
   * stored are 0.
   */
  private static void fillDay(
      double[] values, Part part, double[] total, Map<String, int[]> spans) {
    int[] span = spans.get(part.file);
    if (span != null) {
      double[] zeros = zeros(total, span[0], span[1]);
      System.arraycopy(zeros, span[0], values, span[0], span[1] - span[0]);
    }
    fill(values, part);
  }

  private static int[] span(Part part) {
    int first = Integer.MAX_VALUE;
    int last = -1;
    for (int i = 0; i < part.values.length; i++) {
      first = Math.min(first, part.minute(i));
      last = Math.max(last, part.minute(i));
    }
    return new int[] {first, last + 1};
  }

  /** 0 where the total is known, {@code NaN} elsewhere. */
  private static double[] zeros(double[] total, int from, int to) {
    double[] zeros = new double[total.length];
    Arrays.fill(zeros, Double.NaN);
    for (int i = from; i < to; i++) {
      zeros[i] = Double.isNaN(total[i]) ? Double.NaN : 0;
    }
    return zeros;
  }

  private double[] empty() {
    double[] values = new double[range.minutes()];
    Arrays.fill(values, Double.NaN);
    return values;
  }
}
