package dev.teiten.cli;

import dev.teiten.archive.Archive;
import dev.teiten.load.Cluster;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.TeitenException;
import java.time.Instant;
import java.util.Map;

/** The error for a week without load: it lists the weeks that have load. */
final class EmptyWeek {
  private EmptyWeek() {}

  /**
   * @throws TeitenException if the archive has no load of the cluster in the week, or no cluster
   *     with that name
   */
  static void check(Archive archive, String cluster, ReviewWeek week) {
    Cluster archived = archive.cluster(cluster, Instant.MAX);
    boolean empty =
        archive.contents().hourlyCoverage(archived, week.range()).values().stream()
            .allMatch(hour -> hour.observedMinutes() == 0);
    if (empty) {
      Map<String, Double> weeks = archive.contents().coverage(archived, week.zone());
      throw new TeitenException(
          "The archive in " + archive.root() + " has nothing of " + cluster + " in " + week,
          (weeks.isEmpty() ? "" : "It has " + String.join(", ", weeks.keySet()) + ". ")
              + "Run `teiten collect --archive "
              + archive.root()
              + " --week "
              + week
              + "` while the source keeps it.");
    }
  }
}
