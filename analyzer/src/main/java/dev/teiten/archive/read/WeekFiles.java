package dev.teiten.archive.read;

import dev.teiten.load.Cluster;
import dev.teiten.load.ClusterTimeline;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.TimeRange;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * The files of a cluster in a week.
 *
 * @param cluster with the instances that it had in the week
 * @param files of days that overlap the week; at least one
 * @param timeline the members over time
 */
record WeekFiles(ReviewWeek week, Cluster cluster, List<Path> files, ClusterTimeline timeline) {
  WeekFiles {
    files = List.copyOf(files);
  }

  TimeRange range() {
    return week.range();
  }

  /** The first instant of the week. */
  Instant start() {
    return range().from();
  }
}
