package dev.teiten.web.sample;

import dev.teiten.load.Cluster;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.DigestStatistic;
import dev.teiten.load.Instance;
import dev.teiten.load.InstanceCounter;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.MinuteCoverage;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.WaitEvent;
import dev.teiten.load.WeekLoad;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Series by minute with a day's rhythm, noise, one incident, and two hours without data. */
final class SampleLoads {

  private static final int GAP_FROM = 4 * 1440 + 180;
  private static final int GAP_TO = GAP_FROM + 120;

  private final Cluster cluster;
  private final List<SampleQuery> queries;
  private final double vcpus;
  private final double scale;

  SampleLoads(Cluster cluster, List<SampleQuery> queries, double vcpus, double scale) {
    this.cluster = cluster;
    this.queries = queries;
    this.vcpus = vcpus;
    this.scale = scale;
  }

  ClusterLoad of(ReviewWeek week, List<ReviewWeek> weeks) {
    List<InstanceLoad> instances =
        cluster.instances().stream().map(i -> instance(i, week)).toList();
    List<WeekLoad> history =
        weeks.stream().filter(w -> !w.monday().isAfter(week.monday())).map(this::past).toList();
    long expected = 10_080L * instances.size();
    long observed = expected - (long) (GAP_TO - GAP_FROM) * instances.size();
    return new ClusterLoad(
        cluster,
        week,
        instances,
        history,
        Map.of(),
        new MinuteCoverage(observed, expected),
        List.of());
  }

  private InstanceLoad instance(Instance instance, ReviewWeek week) {
    int minutes = week.range().minutes();
    Random random = new Random(instance.name().hashCode() * 31L + week.label().hashCode());
    double part = 1.0 / cluster.instances().size();
    double[] total = new double[minutes];
    Map<WaitEvent, double[]> waits = new HashMap<>();
    Map<String, double[]> digests = new HashMap<>();
    for (SampleQuery query : queries) {
      double[] load = new double[minutes];
      for (int m = 0; m < minutes; m++) {
        boolean gap = m >= GAP_FROM && m < GAP_TO;
        double rhythm = rhythm(m) * (0.85 + 0.3 * random.nextDouble()) * incident(query, m);
        load[m] = gap ? Double.NaN : query.loadAas() * scale * part * rhythm;
        total[m] += load[m];
      }
      digests.put(query.digest(), load);
      query.waits().forEach((event, share) -> addTo(waits, new WaitEvent(event), load, share));
    }
    double[] cores = new double[minutes];
    Arrays.fill(cores, vcpus);
    return new InstanceLoad(
        instance, total, waits, digests, Map.of(), Map.of(InstanceCounter.VCPUS, cores), List.of());
  }

  private static void addTo(
      Map<WaitEvent, double[]> waits, WaitEvent event, double[] load, double share) {
    double[] sum = waits.computeIfAbsent(event, unused -> new double[load.length]);
    for (int m = 0; m < load.length; m++) {
      sum[m] += load[m] * share;
    }
  }

  /** The week's rhythm: low at night, highest around 21:00, a little more at the weekend. */
  static double rhythm(int minute) {
    double hour = minute % 1440 / 60.0;
    double day = minute / 1440 >= 5 ? 1.15 : 1;
    double evening = Math.exp(-Math.pow((hour - 21) / 2.6, 2)) * 2.1;
    double noon = Math.exp(-Math.pow((hour - 12.5) / 2, 2)) * 0.8;
    return day * (0.25 + evening + noon);
  }

  private static double incident(SampleQuery query, int minute) {
    int start = 2 * 1440 + 20 * 60 + 20;
    return query.rank() == 3 && minute >= start && minute < start + 45 ? 9 : 1;
  }

  private WeekLoad past(ReviewWeek week) {
    double[] hours = new double[168];
    double sum = queries.stream().mapToDouble(q -> q.loadAas() * q.before()).sum() * scale;
    for (int h = 0; h < hours.length; h++) {
      hours[h] = h >= 40 && h < 43 ? Double.NaN : sum * rhythm(h * 60 + 30);
    }
    List<DigestLoad> days = new ArrayList<>();
    for (SampleQuery query : queries) {
      for (int d = 0; d < 7; d++) {
        days.add(day(query, week, d));
      }
    }
    return new WeekLoad(week, new MinuteCoverage(1, 1), hours, days, Map.of());
  }

  private DigestLoad day(SampleQuery query, ReviewWeek week, int d) {
    boolean now = week.label().equals(SampleReviews.LAST);
    double load =
        query.loadAas() * scale * (now ? 1 : query.before()) * (1 + 0.06 * Math.sin(d * 2.0));
    Map<WaitEvent, Double> waits = new HashMap<>();
    query.waits().forEach((event, share) -> waits.put(new WaitEvent(event), load * share));
    return new DigestLoad(
        week.range().from().plus(Duration.ofDays(d)),
        query.digest(),
        load,
        waits,
        Map.of(DigestStatistic.CALLS_PER_SECOND, query.callsPerSecond() * scale));
  }
}
