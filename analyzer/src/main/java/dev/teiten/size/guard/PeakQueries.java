package dev.teiten.size.guard;

import dev.teiten.load.ClusterLoad;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.StatementText;
import dev.teiten.load.TimeUnits;
import dev.teiten.load.WaitEvent;
import dev.teiten.load.WeekLoad;
import dev.teiten.rank.Contributor;
import dev.teiten.rank.Ranking;
import dev.teiten.size.demand.MinuteStatistics;
import dev.teiten.size.demand.WeekWork;
import dev.teiten.size.guard.WorstMinutes.PeakQuery;
import dev.teiten.size.predict.OverloadReplay.Overload;
import dev.teiten.size.predict.PredictionBasis;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names the queries that make some minutes: those with the most work beyond their usual work. The
 * reviewed week is known by minute, and older weeks are known by day.
 */
final class PeakQueries {
  private static final int MOST_NAMED = 3;

  /** A query with less of the additional work is not named. */
  private static final double MIN_SHARE = 0.1;

  /** Minutes added on each side, because shares of single minutes are noisy. */
  private static final int MARGIN = 2;

  private final ClusterLoad load;
  private final Ranking ranking;
  private final PredictionBasis basis;
  private final Map<Overload, List<PeakQuery>> named = new ConcurrentHashMap<>();

  private record Excess(PeakQuery query, double work) {}

  PeakQueries(ClusterLoad load, Ranking ranking, PredictionBasis basis) {
    this.load = load;
    this.ranking = ranking;
    this.basis = basis;
  }

  List<PeakQuery> of(Overload overload) {
    return named.computeIfAbsent(
        overload, key -> heaviest(key.week().equals(load.week()) ? byMinute(key) : byDay(key)));
  }

  private static List<PeakQuery> heaviest(List<Excess> queries) {
    double total = queries.stream().mapToDouble(query -> Math.max(0, query.work)).sum();
    return queries.stream()
        .filter(query -> query.work > 0 && query.work >= MIN_SHARE * total)
        .sorted(Comparator.comparingDouble(Excess::work).reversed())
        .limit(MOST_NAMED)
        .map(Excess::query)
        .toList();
  }

  private List<Excess> byMinute(Overload overload) {
    List<Excess> queries = new ArrayList<>();
    for (Contributor query : ranking.contributors()) {
      WeekWork work = basis.ahead(query.sourceDigests());
      double[] minutes = overload.part().of(work);
      int from = Math.max(0, overload.minute() - MARGIN);
      int to = Math.min(minutes.length, overload.minute() + overload.minutes() + MARGIN);
      double excess = mean(Arrays.copyOfRange(minutes, from, to)) - mean(minutes);
      queries.add(new Excess(new PeakQuery(query.fingerprint(), query.statement()), excess));
    }
    return queries;
  }

  private static double mean(double[] work) {
    double[] known = MinuteStatistics.finite(work);
    return known.length == 0 ? 0 : Arrays.stream(known).sum() / known.length;
  }

  private List<Excess> byDay(Overload overload) {
    LocalDate day =
        overload.week().monday().plusDays(overload.minute() / TimeUnits.MINUTES_PER_DAY);
    Map<String, Double> now = new HashMap<>();
    Map<String, List<Double>> others = new HashMap<>();
    int weeks = 0;
    for (List<WeekLoad> part : List.of(load.older(), load.history())) {
      for (WeekLoad week : part) {
        boolean same = week.week().equals(overload.week());
        weeks += same ? 0 : 1;
        LocalDate weekday =
            day.plusWeeks(ChronoUnit.WEEKS.between(overload.week().monday(), week.week().monday()));
        onCpu(week, weekday)
            .forEach(
                (digest, cpu) -> {
                  if (same) {
                    now.put(digest, cpu);
                  } else {
                    others.computeIfAbsent(digest, key -> new ArrayList<>()).add(cpu);
                  }
                });
      }
    }
    int all = weeks;
    return now.entrySet().stream()
        .map(
            entry ->
                new Excess(
                    named(entry.getKey()),
                    entry.getValue() - median(others.getOrDefault(entry.getKey(), List.of()), all)))
        .toList();
  }

  private static Map<String, Double> onCpu(WeekLoad week, LocalDate day) {
    Map<String, Double> loads = new HashMap<>();
    for (DigestLoad digest : week.days()) {
      if (digest.from().atZone(week.week().zone()).toLocalDate().equals(day)) {
        double cpu = digest.waits().getOrDefault(WaitEvent.CPU, digest.loadAas());
        loads.merge(digest.digest(), cpu, Double::sum);
      }
    }
    return loads;
  }

  /** The median over {@code all} days, on which a query without an entry did not run. */
  private static double median(List<Double> seen, int all) {
    double[] values = new double[Math.max(1, all)];
    for (int i = 0; i < Math.min(values.length, seen.size()); i++) {
      values[i] = seen.get(i);
    }
    return MinuteStatistics.quantile(values, 0.5);
  }

  private PeakQuery named(String digest) {
    return ranking.contributors().stream()
        .filter(query -> query.sourceDigests().contains(digest))
        .findFirst()
        .map(query -> new PeakQuery(query.fingerprint(), query.statement()))
        .orElseGet(() -> new PeakQuery(null, text(digest)));
  }

  private String text(String digest) {
    StatementText text = load.statements().get(digest);
    return Objects.toString(text == null ? null : text.text(), digest);
  }
}
