package dev.teiten.archive.read;

import dev.teiten.archive.read.InstanceSeriesReader.StoredSeries;
import dev.teiten.load.CpuSessionCounts;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.Instance;
import dev.teiten.load.InstanceCounter;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.TimeRange;
import dev.teiten.load.WaitEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Puts the series of one instance together by minute, and what there is by second. */
final class MinuteReader {
  private static final int DAY_SECONDS = 86_400;

  private final TimeRange range;

  MinuteReader(TimeRange range) {
    this.range = range;
  }

  InstanceLoad of(Instance instance, List<StoredSeries> parts, List<DigestLoad> hours) {
    double[] total = empty();
    parts.stream().filter(part -> part.kind().equals("total")).forEach(part -> fill(total, part));
    int[][] spans = spans(total);
    Map<WaitEvent, double[]> waits = new HashMap<>();
    Map<String, double[]> digests = new HashMap<>();
    Map<String, double[]> digestCpu = new HashMap<>();
    Map<InstanceCounter, double[]> counters = new EnumMap<>(InstanceCounter.class);
    for (StoredSeries part : parts) {
      switch (part.kind()) {
        case "wait" ->
            fill(waits.computeIfAbsent(new WaitEvent(part.key()), k -> zeros(total)), part);
        case "digest" ->
            fillDays(digests.computeIfAbsent(part.key(), k -> empty()), part, total, spans);
        case "digest_cpu" ->
            fillDays(digestCpu.computeIfAbsent(part.key(), k -> empty()), part, total, spans);
        case "counter" ->
            fill(counters.computeIfAbsent(InstanceCounter.valueOf(part.key()), k -> empty()), part);
        default -> {}
      }
    }
    // Files that were written before "other" was kept have it derived.
    double[] other = InstanceLoad.left(total, digests);
    parts.stream().filter(part -> part.kind().equals("other")).forEach(part -> fill(other, part));
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
            .filter(p -> p.kind().equals("second_cpu"))
            .flatMap(MinuteReader::stretches)
            .toList());
  }

  /** Runs of seconds without a gap. */
  private static Stream<CpuSessionCounts> stretches(StoredSeries part) {
    int count = part.values().length;
    // The second above, its count (a float, as it is stored) below: sorted without an object each.
    long[] counts = new long[count];
    for (int i = 0; i < count; i++) {
      int bits = Float.floatToRawIntBits((float) part.values()[i]);
      counts[i] = ((long) part.second(i) << Integer.SIZE) | Integer.toUnsignedLong(bits);
    }
    Arrays.sort(counts);
    List<CpuSessionCounts> stretches = new ArrayList<>();
    int first = 0;
    for (int i = 1; i <= count; i++) {
      if (i == count || second(counts[i]) != second(counts[i - 1]) + 1) {
        stretches.add(stretch(counts, first, i));
        first = i;
      }
    }
    return stretches.stream();
  }

  private static CpuSessionCounts stretch(long[] counts, int from, int to) {
    double[] sessions = new double[to - from];
    for (int i = from; i < to; i++) {
      sessions[i - from] = Float.intBitsToFloat((int) counts[i]);
    }
    return new CpuSessionCounts(second(counts[from]), sessions);
  }

  private static int second(long count) {
    return (int) (count >> Integer.SIZE);
  }

  private static void fill(double[] values, StoredSeries part) {
    for (int i = 0; i < part.values().length; i++) {
      values[part.minute(i)] = part.values()[i];
    }
  }

  /**
   * A digest that is in the source's top of a day has a value for every minute of it; those not
   * stored are 0.
   */
  private void fillDays(double[] values, StoredSeries part, double[] total, int[][] spans) {
    BitSet days = new BitSet();
    for (int i = 0; i < part.values().length; i++) {
      days.set(day(part.minute(i)));
    }
    for (int day = days.nextSetBit(0); day >= 0; day = days.nextSetBit(day + 1)) {
      zero(values, total, spans[day][0], spans[day][1]);
    }
    fill(values, part);
  }

  /**
   * By UTC day, which is a file of the archive: its first minute with a total, and the last's end.
   */
  private int[][] spans(double[] total) {
    int[][] spans = new int[day(total.length) + 1][2];
    for (int minute = 0; minute < total.length; minute++) {
      int[] span = spans[day(minute)];
      if (!Double.isNaN(total[minute])) {
        span[0] = span[1] == 0 ? minute : span[0];
        span[1] = minute + 1;
      }
    }
    return spans;
  }

  /** The UTC days that have begun between the start of the range and a minute of it. */
  private int day(int minute) {
    long sinceMidnight = Math.floorMod(range.from().getEpochSecond(), DAY_SECONDS);
    return (int) ((sinceMidnight + 60L * minute) / DAY_SECONDS);
  }

  /** 0 where the total is known, {@code NaN} elsewhere. */
  private static void zero(double[] values, double[] total, int from, int to) {
    for (int i = from; i < to; i++) {
      values[i] = Double.isNaN(total[i]) ? Double.NaN : 0;
    }
  }

  private static double[] zeros(double[] total) {
    double[] values = new double[total.length];
    zero(values, total, 0, total.length);
    return values;
  }

  private double[] empty() {
    double[] values = new double[range.minutes()];
    Arrays.fill(values, Double.NaN);
    return values;
  }
}
