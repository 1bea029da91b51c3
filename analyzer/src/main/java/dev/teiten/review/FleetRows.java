package dev.teiten.review;

import dev.teiten.archive.Archive;
import dev.teiten.load.Cluster;
import dev.teiten.load.ReviewWeek;
import dev.teiten.review.FleetWeek.ComingResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a fleet. None of them waits for an analysis, which a queue makes behind it. */
final class FleetRows {
  private static final int WEEKS_BACK = 5;

  private final Archive archive;
  private final AnalysisCache analyses;
  private final AnalysisQueue queue;

  FleetRows(Archive archive, AnalysisCache analyses, AnalysisQueue queue) {
    this.archive = archive;
    this.analyses = analyses;
    this.queue = queue;
  }

  FleetWeek atHand(ReviewWeek week) {
    int version = archive.version();
    List<ClusterSummary> rows = new ArrayList<>();
    Map<String, ComingResult> coming = new HashMap<>();
    for (Cluster cluster : archive.clusters(week.range())) {
      ClusterSummary known = analyses.known(cluster, week, version).orElse(null);
      rows.add(known == null ? last(cluster, week) : known);
      if (known == null) {
        boolean queued =
            queue.want(
                List.of(cluster.name(), week), () -> analyses.summary(cluster, week, version));
        coming.put(cluster.name(), new ComingResult(lastWeek(cluster, week), !queued));
      }
    }
    return new FleetWeek(rows, coming);
  }

  private ClusterSummary last(Cluster cluster, ReviewWeek week) {
    ClusterSummary last = analyses.summaryAtHand(cluster, week);
    return last == null ? ClusterSummary.unknown(cluster, week) : last;
  }

  private @Nullable ReviewWeek lastWeek(Cluster cluster, ReviewWeek week) {
    for (int back = 0; back <= WEEKS_BACK; back++) {
      if (analyses.summaryAtHand(cluster, week.plus(-back)) != null) {
        return week.plus(-back);
      }
    }
    return null;
  }
}
