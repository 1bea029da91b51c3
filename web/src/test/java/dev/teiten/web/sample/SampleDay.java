package dev.teiten.web.sample;

import dev.teiten.load.DigestStatistic;
import dev.teiten.load.InstanceCounter;
import dev.teiten.load.TimeRange;
import dev.teiten.source.InstanceDay;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.SourceSeries;
import dev.teiten.source.SourceSeries.SeriesKind;
import dev.teiten.web.sample.SampleLoad.QueryLoad;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** One UTC day of one instance of the sample fleet, as a source shows it. */
final class SampleDay {
  private static final double GIB = 1024.0 * 1024 * 1024;

  /** Counters with constant values. */
  private static final Map<InstanceCounter, Double> STEADY =
      Map.of(
          InstanceCounter.MEMORY_TOTAL_BYTES, 256 * GIB,
          InstanceCounter.MEMORY_FREE_BYTES, 40 * GIB,
          InstanceCounter.SWAP_OUT_BYTES_PER_SECOND, 0.0,
          InstanceCounter.CONNECTIONS, 400.0,
          InstanceCounter.BUFFER_POOL_HIT_RATIO, 0.998,
          InstanceCounter.BUFFER_POOL_READS_PER_SECOND, 300.0,
          InstanceCounter.NETWORK_RECEIVED_BYTES_PER_SECOND, 2e7,
          InstanceCounter.NETWORK_SENT_BYTES_PER_SECOND, 6e7,
          InstanceCounter.TMP_DISK_TABLES_PER_SECOND, 0.2,
          InstanceCounter.QUERIES_PER_SECOND, 700.0);

  private final MonitoredInstance instance;
  private final Instant from;
  private final SampleLoad load;
  private final List<SourceSeries> series = new ArrayList<>();

  private SampleDay(SampleCluster cluster, MonitoredInstance instance, LocalDate date, int step) {
    this.instance = instance;
    from = date.atStartOfDay(ZoneOffset.UTC).toInstant();
    load = new SampleLoad(cluster, instance, date, step);
  }

  /** A day of the newest week: every series, by minute. */
  static InstanceDay byMinute(SampleCluster cluster, MonitoredInstance instance, LocalDate date) {
    SampleDay day = new SampleDay(cluster, instance, date, 1);
    day.addInstance();
    day.addMinutes();
    day.addHours();
    day.addOrigins();
    return day.day();
  }

  /** A day of the weeks before, which are read by the hour. */
  static InstanceDay byHour(SampleCluster cluster, MonitoredInstance instance, LocalDate date) {
    SampleDay day = new SampleDay(cluster, instance, date, 60);
    day.addInstance();
    day.addHours();
    return day.day();
  }

  /** A day of a source that names no query. */
  static InstanceDay unnamed(SampleCluster cluster, MonitoredInstance instance, LocalDate date) {
    SampleDay day = new SampleDay(cluster, instance, date, 60);
    day.addInstance();
    return day.day();
  }

  private InstanceDay day() {
    TimeRange range = new TimeRange(from, from.plus(Duration.ofDays(1)));
    return new InstanceDay(instance, range, series, List.of(), List.of());
  }

  private void addInstance() {
    minutes(SeriesKind.TOTAL, "", load.total());
    minutes(SeriesKind.COUNTER, InstanceCounter.CPU_UTILISATION.name(), load.utilisation());
    steady(InstanceCounter.VCPUS, load.vcpus());
  }

  private void addMinutes() {
    STEADY.forEach(this::steady);
    load.waits().forEach((wait, values) -> minutes(SeriesKind.WAIT, wait.name(), values));
    double[] other = load.total();
    for (QueryLoad query : load.queries()) {
      if (query.query().number() <= SampleQueries.BY_MINUTE) {
        String digest = query.query().digest();
        minutes(SeriesKind.DIGEST, digest, query.total());
        minutes(SeriesKind.DIGEST_CPU, digest, query.cpu());
        for (int minute = 0; minute < other.length; minute++) {
          other[minute] -= query.total()[minute];
        }
      }
    }
    minutes(SeriesKind.OTHER, "", other);
  }

  private void addHours() {
    double[] named = new double[24];
    for (QueryLoad query : load.queries()) {
      double[] hours = hourly(query.total());
      for (int hour = 0; hour < named.length; hour++) {
        named[hour] += hours[hour];
      }
      String digest = query.query().digest();
      hours(SeriesKind.HOUR_DIGEST, digest, "", hours);
      query
          .waits()
          .forEach(
              (wait, values) ->
                  hours(SeriesKind.HOUR_DIGEST_WAIT, digest, wait.name(), hourly(values)));
      if (query.query().isCounted()) {
        addStatistics(query, hours);
      }
    }
    double[] other = hourly(load.total());
    for (int hour = 0; hour < other.length; hour++) {
      other[hour] -= named[hour];
    }
    hours(SeriesKind.HOUR, "", "", named);
    hours(SeriesKind.HOUR_OTHER, "", "", other);
  }

  private void addStatistics(QueryLoad query, double[] load) {
    double[] calls = hourly(query.callsPerSecond());
    double[] latency = new double[calls.length];
    double[] examined = new double[calls.length];
    double[] sent = new double[calls.length];
    for (int hour = 0; hour < calls.length; hour++) {
      latency[hour] = calls[hour] == 0 ? Double.NaN : load[hour] / calls[hour];
      examined[hour] = query.query().rowsExamined() * calls[hour];
      sent[hour] = SampleQuery.ROWS_SENT * calls[hour];
    }
    statistic(query, DigestStatistic.CALLS_PER_SECOND, calls);
    statistic(query, DigestStatistic.LATENCY_SECONDS, latency);
    statistic(query, DigestStatistic.ROWS_EXAMINED_PER_SECOND, examined);
    statistic(query, DigestStatistic.ROWS_SENT_PER_SECOND, sent);
  }

  private void statistic(QueryLoad query, DigestStatistic statistic, double[] values) {
    hours(SeriesKind.HOUR_STATISTIC, query.query().digest(), statistic.name(), values);
  }

  /** Users and hosts, of the instance by hour and of each digest over the day; no databases. */
  private void addOrigins() {
    double[] hours = hourly(load.total());
    SampleFacts.USERS.forEach((user, share) -> hours(SeriesKind.HOUR_USER, user, share, hours));
    SampleFacts.HOSTS.forEach((host, share) -> hours(SeriesKind.HOUR_HOST, host, share, hours));
    for (QueryLoad query : load.queries()) {
      SampleFacts.CALLING_USERS.forEach(
          (user, share) -> whole(SeriesKind.DAY_DIGEST_USER, query, user, share));
      SampleFacts.CALLING_HOSTS.forEach(
          (host, share) -> whole(SeriesKind.DAY_DIGEST_HOST, query, host, share));
    }
  }

  private void hours(SeriesKind kind, String key, double share, double[] total) {
    double[] part = new double[total.length];
    for (int hour = 0; hour < part.length; hour++) {
      part[hour] = share * total[hour];
    }
    hours(kind, key, "", part);
  }

  private void whole(SeriesKind kind, QueryLoad query, String caller, double share) {
    double sum = 0;
    for (double value : query.total()) {
      sum += value;
    }
    float[] mean = {(float) (share * sum / query.total().length)};
    series.add(new SourceSeries(kind, query.query().digest(), caller, from, 86_400, mean));
  }

  private void hours(SeriesKind kind, String key, String detail, double[] values) {
    add(kind, key, detail, 3600, values);
  }

  private void minutes(SeriesKind kind, String key, double[] steps) {
    double[] values = new double[SampleLoad.DAY_MINUTES];
    for (int minute = 0; minute < values.length; minute++) {
      values[minute] = steps[minute / load.stepMinutes()];
    }
    add(kind, key, "", 60, values);
  }

  private void steady(InstanceCounter counter, double value) {
    double[] values = new double[SampleLoad.DAY_MINUTES];
    Arrays.fill(values, value);
    add(SeriesKind.COUNTER, counter.name(), "", 60, values);
  }

  /** The {@link SampleFacts#GAP} has no data. */
  private void add(SeriesKind kind, String key, String detail, int seconds, double[] values) {
    float[] told = new float[values.length];
    for (int i = 0; i < told.length; i++) {
      boolean missing = SampleFacts.GAP.contains(from.plusSeconds((long) i * seconds));
      told[i] = missing ? Float.NaN : (float) values[i];
    }
    series.add(new SourceSeries(kind, key, detail, from, seconds, told));
  }

  /** The means by hour. */
  private double[] hourly(double[] steps) {
    int each = 60 / load.stepMinutes();
    double[] hours = new double[24];
    for (int step = 0; step < steps.length; step++) {
      hours[step / each] += steps[step] / each;
    }
    return hours;
  }
}
