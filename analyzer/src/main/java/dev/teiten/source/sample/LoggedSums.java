package dev.teiten.source.sample;

import dev.teiten.load.DigestStatistic;
import dev.teiten.load.TimeUnits;
import dev.teiten.source.SourceSeries.SeriesKind;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The sums of one day of logged statements, by minute, hour or day as their kind has it: seconds of
 * activity, and counts. The number of queries and callers is bounded; the load of the lightest
 * stays in the total.
 */
final class LoggedSums {
  static final long MINUTE_NANOS = 60_000_000_000L;

  /** The heaviest queries of an hour that are kept; ten times as many as Performance Insights. */
  private static final int QUERIES = 250;

  /** The heaviest users, hosts or databases of an hour that are kept. */
  private static final int CALLERS = 25;

  /** Series at which the lightest go before the day is written. */
  private static final int MOST_SERIES = 60_000;

  private static final SeriesKey TOTAL = new SeriesKey(SeriesKind.TOTAL, "", "");

  private static final List<SeriesKind> CALLER_KINDS =
      List.of(SeriesKind.HOUR_USER, SeriesKind.HOUR_HOST, SeriesKind.HOUR_DATABASE);

  private final Map<SeriesKey, double[]> sums = new HashMap<>();

  /** The number of values that a kind has in a day. */
  static int slots(SeriesKind kind) {
    return TimeUnits.SECONDS_PER_DAY / SampledDay.stepSeconds(kind);
  }

  Map<SeriesKey, double[]> all() {
    return sums;
  }

  void put(SeriesKey key, double[] values) {
    sums.put(key, values);
  }

  private void add(
      SeriesKind kind, @Nullable String key, @Nullable String detail, int slot, double value) {
    if (key != null && detail != null) {
      sums.computeIfAbsent(new SeriesKey(kind, key, detail), k -> new double[slots(kind)])[slot] +=
          value;
    }
  }

  /** Adds seconds in which a statement was active. */
  void addActive(LoggedStatement statement, int minute, double seconds) {
    if (sums.size() > MOST_SERIES) {
      cut();
    }
    String digest = statement.digest();
    int hour = minute / TimeUnits.MINUTES_PER_HOUR;
    add(SeriesKind.TOTAL, "", "", minute, seconds);
    add(SeriesKind.DIGEST, digest, "", minute, seconds);
    add(SeriesKind.HOUR_DIGEST, digest, "", hour, seconds);
    add(SeriesKind.HOUR_USER, statement.user(), "", hour, seconds);
    add(SeriesKind.HOUR_HOST, statement.host(), "", hour, seconds);
    add(SeriesKind.HOUR_DATABASE, statement.database(), "", hour, seconds);
    add(SeriesKind.DAY_DIGEST_USER, digest, statement.user(), 0, seconds);
    add(SeriesKind.DAY_DIGEST_HOST, digest, statement.host(), 0, seconds);
  }

  void addWait(String digest, String wait, int minute, double seconds) {
    add(SeriesKind.WAIT, wait, "", minute, seconds);
    add(SeriesKind.HOUR_DIGEST_WAIT, digest, wait, minute / TimeUnits.MINUTES_PER_HOUR, seconds);
  }

  /** Counts the execution of a statement that ended in the hour. */
  void count(LoggedStatement statement, int hour) {
    String digest = statement.digest();
    double calls = statement.calls();
    addStatistic(digest, DigestStatistic.CALLS_PER_SECOND, hour, calls);
    addStatistic(digest, DigestStatistic.LATENCY_SECONDS, hour, calls * statement.seconds());
    statement
        .counts()
        .forEach((statistic, count) -> addStatistic(digest, statistic, hour, calls * count));
  }

  private void addStatistic(String digest, DigestStatistic statistic, int hour, double value) {
    add(SeriesKind.HOUR_STATISTIC, digest, statistic.name(), hour, value);
  }

  /** Leaves the heaviest queries and callers of each hour. */
  void cut() {
    for (int hour = 0; hour < TimeUnits.HOURS_PER_DAY; hour++) {
      Set<String> queries = names(heaviest(SeriesKind.HOUR_DIGEST, hour, QUERIES));
      Set<SeriesKey> callers = new HashSet<>();
      for (SeriesKind kind : CALLER_KINDS) {
        callers.addAll(heaviest(kind, hour, CALLERS));
      }
      for (Map.Entry<SeriesKey, double[]> entry : sums.entrySet()) {
        cut(entry.getKey(), entry.getValue(), hour, queries, callers);
      }
    }
    Set<SeriesKey> callers =
        new HashSet<>(heaviest(SeriesKind.DAY_DIGEST_USER, 0, CALLERS * CALLERS));
    callers.addAll(heaviest(SeriesKind.DAY_DIGEST_HOST, 0, CALLERS * CALLERS));
    sums.keySet().removeIf(key -> key.isByDay() && !callers.contains(key));
    sums.entrySet().removeIf(entry -> !entry.getKey().equals(TOTAL) && isEmpty(entry.getValue()));
  }

  private static void cut(
      SeriesKey key, double[] values, int hour, Set<String> queries, Set<SeriesKey> callers) {
    switch (key.kind()) {
      case HOUR_DIGEST, HOUR_DIGEST_WAIT, HOUR_STATISTIC ->
          values[hour] = queries.contains(key.key()) ? values[hour] : 0;
      case DIGEST -> {
        if (!queries.contains(key.key())) {
          int first = hour * TimeUnits.MINUTES_PER_HOUR;
          Arrays.fill(values, first, first + TimeUnits.MINUTES_PER_HOUR, 0);
        }
      }
      case HOUR_USER, HOUR_HOST, HOUR_DATABASE ->
          values[hour] = callers.contains(key) ? values[hour] : 0;
      default -> {}
    }
  }

  private Collection<SeriesKey> heaviest(SeriesKind kind, int slot, int most) {
    Comparator<Map.Entry<SeriesKey, double[]>> byLoad =
        Comparator.comparingDouble(entry -> -entry.getValue()[slot]);
    return sums.entrySet().stream()
        .filter(entry -> entry.getKey().kind() == kind)
        .sorted(
            byLoad
                .thenComparing(entry -> entry.getKey().key())
                .thenComparing(entry -> entry.getKey().detail()))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Set<String> names(Collection<SeriesKey> keys) {
    return keys.stream().map(SeriesKey::key).collect(Collectors.toSet());
  }

  private static boolean isEmpty(double[] values) {
    return Arrays.stream(values).allMatch(value -> value == 0);
  }
}
