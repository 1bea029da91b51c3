package dev.teiten.archive;

import dev.teiten.load.Cluster;
import dev.teiten.load.Coverage;
import dev.teiten.load.Instance;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.TimeRange;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the minutes that the archive has of a cluster, by week. */
final class CoverageReader {
  private final ArchiveFiles files;
  private final ArchiveEngine engine;

  CoverageReader(ArchiveFiles files, ArchiveEngine engine) {
    this.files = files;
    this.engine = engine;
  }

  Map<ReviewWeek, Coverage> read(Cluster cluster, List<ReviewWeek> weeks) {
    Map<ReviewWeek, Coverage> coverage = new TreeMap<>(Comparator.comparing(ReviewWeek::monday));
    for (ReviewWeek week : weeks) {
      List<Path> all = new ArrayList<>();
      long expected = 0;
      for (Instance instance : cluster.instances()) {
        all.addAll(
            files.days(
                cluster.region(), cluster.identifier(), instance.resourceId(), week.range()));
        expected += expectedMinutes(instance, week.range());
      }
      long observed = all.isEmpty() ? 0 : observed(all, week);
      if (observed > 0) {
        coverage.put(week, new Coverage(observed, Math.max(expected, observed)));
      }
    }
    return coverage;
  }

  private long observed(List<Path> all, ReviewWeek week) {
    String sql =
        "SELECT count(*) FROM "
            + engine.relation(all)
            + " WHERE series = 'total' AND "
            + ArchiveSql.inside(week.range());
    return (long) (double) engine.query(sql, row -> row.number(1)).get(0);
  }

  private static long expectedMinutes(Instance instance, TimeRange range) {
    Instant created = instance.createdAt();
    Instant from = created != null && created.isAfter(range.from()) ? created : range.from();
    return from.isBefore(range.to()) ? Duration.between(from, range.to()).toMinutes() : 0;
  }

  static List<ReviewWeek> weeksOf(Iterable<LocalDate> days, ZoneId zone) {
    List<ReviewWeek> weeks = new ArrayList<>();
    for (LocalDate day : days) {
      // Noon, so that a UTC day counts for the week that holds most of it.
      ReviewWeek week = ReviewWeek.of(day.atTime(12, 0).toInstant(ZoneOffset.UTC), zone);
      if (!weeks.contains(week)) {
        weeks.add(week);
      }
    }
    return weeks;
  }
}
