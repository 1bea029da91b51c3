package dev.teiten.archive.read;

import static dev.teiten.source.SourceSeries.SeriesKind.OTHER;
import static dev.teiten.source.SourceSeries.SeriesKind.SECOND_CPU;
import static dev.teiten.source.SourceSeries.SeriesKind.TOTAL;

import dev.teiten.archive.read.InstanceSeriesReader.StoredSeries;
import dev.teiten.load.CpuSessionCounts;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.Instance;
import dev.teiten.load.InstanceCounter;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.TimeRange;
import dev.teiten.load.TimeUnits;
import dev.teiten.load.WaitEvent;
import dev.teiten.source.SourceSeries.SeriesKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Puts the series of one instance together by minute, and its counts by second. */
final class MinuteReader {
  private final TimeRange range;

  MinuteReader(TimeRange range) {
    this.range = range;
  }

  InstanceLoad of(Instance instance, List<StoredSeries> series, List<DigestLoad> hours) {
    double[] total = empty();
    of(TOTAL, series).forEach(part -> fill(total, part));
    int[][] spans = spans(total);
    Map<WaitEvent, double[]> waits = new HashMap<>();
    Map<String, double[]> digests = new HashMap<>();
    Map<String, double[]> digestCpu = new HashMap<>();
    Map<InstanceCounter, double[]> counters = new EnumMap<>(InstanceCounter.class);
    for (StoredSeries part : series) {
      switch (part.kind()) {
        case WAIT ->
            fill(waits.computeIfAbsent(new WaitEvent(part.key()), k -> zeros(total)), part);
        case DIGEST ->
            fillDays(digests.computeIfAbsent(part.key(), k -> empty()), part, total, spans);
        case DIGEST_CPU ->
            fillDays(digestCpu.computeIfAbsent(part.key(), k -> empty()), part, total, spans);
        case COUNTER ->
            fill(counters.computeIfAbsent(InstanceCounter.valueOf(part.key()), k -> empty()), part);
        default -> {}
      }
    }
    // Derived first, for files that were written before "other" was stored.
    double[] other = InstanceLoad.remainder(total, digests);
    of(OTHER, series).forEach(part -> fill(other, part));
    List<CpuSessionCounts> seconds =
        of(SECOND_CPU, series).flatMap(MinuteReader::stretches).toList();
    return new InstanceLoad(
        instance, total, waits, digests, digestCpu, counters, hours, other, seconds);
  }

  private static Stream<StoredSeries> of(SeriesKind kind, List<StoredSeries> series) {
    return series.stream().filter(part -> part.kind() == kind);
  }

  /** Runs of seconds without a gap. */
  private static Stream<CpuSessionCounts> stretches(StoredSeries part) {
    int count = part.values().length;
    // The second in the upper half, its count as a float in the lower: sorted without objects.
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
   * Fills the days in which a digest is among the source's top digests. Its minutes that are not
   * stored are 0 on these days, and unknown on others.
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
   * The first minute with a total and the end of the last, by UTC day; a day is a file of the
   * archive.
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

  /** The number of UTC midnights between the start of the range and a minute of it. */
  private int day(int minute) {
    long sinceMidnight = Math.floorMod(range.from().getEpochSecond(), TimeUnits.SECONDS_PER_DAY);
    long second = sinceMidnight + (long) TimeUnits.SECONDS_PER_MINUTE * minute;
    return (int) (second / TimeUnits.SECONDS_PER_DAY);
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
