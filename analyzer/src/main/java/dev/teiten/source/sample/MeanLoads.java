package dev.teiten.source.sample;

import dev.teiten.source.SourceSeries;
import dev.teiten.source.SourceSeries.SeriesKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Mean loads over minutes that arrive one by one, in slots of a day: its hours, or the whole day.
 */
final class MeanLoads {
  private final int slots;
  private final Map<SeriesKey, double[]> values = new HashMap<>();

  MeanLoads(int slots) {
    this.slots = slots;
  }

  void put(SourceSeries series) {
    double[] means = new double[slots];
    for (int i = 0; i < slots; i++) {
      float value = series.values()[i];
      means[i] = Float.isNaN(value) ? 0 : value;
    }
    values.put(SeriesKey.of(series), means);
  }

  /**
   * Adds one minute to the means of a slot.
   *
   * @param minutesBefore number of minutes already in the slot
   */
  void add(int slot, int minutesBefore, Map<SeriesKey, Double> minute) {
    values.values().forEach(mean -> mean[slot] *= (double) minutesBefore / (minutesBefore + 1));
    minute.forEach(
        (key, value) ->
            values.computeIfAbsent(key, k -> new double[slots])[slot] +=
                value / (minutesBefore + 1));
  }

  /** The summed load of a kind. */
  double sum(SeriesKind kind, int slot) {
    double sum = 0;
    for (Map.Entry<SeriesKey, double[]> entry : values.entrySet()) {
      sum += entry.getKey().kind() == kind ? entry.getValue()[slot] : 0;
    }
    return sum;
  }

  /** Whether the key has any load. */
  boolean has(SeriesKey key, int slot) {
    double[] mean = values.get(key);
    return mean != null && mean[slot] > 0;
  }

  /** The keys of a kind with the highest load, at most {@code most}. */
  Set<SeriesKey> top(SeriesKind kind, int slot, int most) {
    Comparator<SeriesKey> byLoad = Comparator.comparingDouble(key -> -of(key, slot));
    List<SeriesKey> heaviest =
        values.keySet().stream()
            .filter(key -> key.kind() == kind)
            .sorted(byLoad.thenComparing(SeriesKey::key).thenComparing(SeriesKey::detail))
            .limit(most)
            .toList();
    return new HashSet<>(heaviest);
  }

  private double of(SeriesKey key, int slot) {
    double[] mean = values.get(key);
    return mean == null ? 0 : mean[slot];
  }

  /** Removes all keys of a slot that do not match. */
  void keep(int slot, Predicate<SeriesKey> kept) {
    values.forEach((key, mean) -> mean[slot] = kept.test(key) ? mean[slot] : 0);
    values.values().removeIf(mean -> Arrays.stream(mean).allMatch(value -> value == 0));
  }

  List<SourceSeries> series(Instant from, int stepSeconds) {
    return values.entrySet().stream()
        .map(entry -> entry.getKey().series(from, stepSeconds, floats(entry.getValue())))
        .toList();
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
