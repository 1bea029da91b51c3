package dev.teiten.archive;

import dev.teiten.load.Cluster.StorageType;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.Engine;
import dev.teiten.load.Instance;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.Role;
import dev.teiten.load.Sentence;
import dev.teiten.rank.QueryRanker;
import dev.teiten.rank.Ranking;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.SourceEvent;
import dev.teiten.synthetic.SimpleNormalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/**
 * A member of a simulated fleet, with a load while it lives. The reviewed week is 2026-W46.
 *
 * @param id resource id of the instance
 * @param to {@link Instant#MAX} if it lives on
 */
record MemberLife(
    String cluster, String clusterId, String name, String id, Instant from, Instant to) {
  static final ReviewWeek WEEK = ReviewWeek.parse("2026-W46", ZoneId.of("UTC"));
  static final Instant MONDAY = WEEK.range().from();
  static final Instant LONG_AGO = MONDAY.minus(Duration.ofDays(60));
  static final Instant NEXT = MONDAY.plus(Duration.ofDays(7));
  static final MemberLife WRITER = main(1, LONG_AGO, Instant.MAX);
  static final MemberLife READER = main(2, LONG_AGO, Instant.MAX);

  /** A numbered member of the cluster {@code main}. */
  static MemberLife main(int number, Instant from, Instant to) {
    return new MemberLife("main", "cluster-MAIN", "main-" + number, "db-" + number, from, to);
  }

  /** An hour of a day of the week; 0 is Monday. */
  static Instant at(int day, int hour) {
    return MONDAY.plus(Duration.ofDays(day)).plus(Duration.ofHours(hour));
  }

  MonitoredInstance seen(Role role, Instant at) {
    return seen(cluster, name, role, at);
  }

  MonitoredInstance seen(String clusterName, String ownName, Role role, Instant at) {
    return new MonitoredInstance(
        clusterName,
        clusterId,
        "us-east-1",
        "123456789012",
        Engine.AURORA_MYSQL,
        StorageType.STANDARD,
        new Instance(id, ownName, "8.0", "db.r6g.large", role, "a", 1, from),
        true,
        7,
        null,
        "default",
        at);
  }

  /** Puts the days of the week and of the week before, of minutes in which it lives. */
  void collect(Archive archive, double load) {
    for (LocalDate day = WEEK.monday().minusDays(7);
        day.isBefore(WEEK.monday().plusDays(7));
        day = day.plusDays(1)) {
      Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
      if (from.isBefore(start.plus(Duration.ofDays(1))) && to.isAfter(start)) {
        archive.putDay(
            InstanceDays.day(
                seen(Role.READER, NEXT),
                day,
                t -> t.isBefore(from) || !t.isBefore(to) ? Double.NaN : load),
            true);
      }
    }
  }

  static SourceEvent event(Instant at, String instance, String message) {
    return new SourceEvent(at, "us-east-1", instance, false, message);
  }

  static SourceEvent clusterEvent(Instant at, String cluster, String message) {
    return new SourceEvent(at, "us-east-1", cluster, true, message);
  }

  private static Ranking ranking(ClusterLoad load) {
    return new QueryRanker(SimpleNormalizer::of, 1).rank(load, Ranking.Order.LOAD);
  }

  static double loadAas(ClusterLoad load) {
    return Objects.requireNonNull(ranking(load).loadAas());
  }

  static List<String> warnings(ClusterLoad load) {
    return ranking(load).warnings().stream().map(Sentence::text).toList();
  }
}
