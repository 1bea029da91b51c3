package dev.teiten.review;

import dev.teiten.archive.Archive;
import dev.teiten.load.Cluster;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.ReviewWeek;
import dev.teiten.rank.QueryRanker;
import dev.teiten.rank.Ranking;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The analyses in memory. One is made anew when the archive has changed under it; while weeks are
 * still coming in that happens in the background, and the last one is shown meanwhile.
 */
final class AnalysisCache {
  /** Weeks to look back: what the comparison and the next-week factor want. */
  static final int HISTORY_WEEKS = 5;

  /** An analysis of nine instances takes some 100 MB. */
  private static final int MOST = 16;

  private final Archive archive;
  private final AnalysisMethod method;
  private final AtomicInteger made = new AtomicInteger();
  private final Map<List<Object>, CachedAnalysis> entries = new LinkedHashMap<>(MOST, 0.75f, true);

  AnalysisCache(Archive archive, AnalysisMethod method) {
    this.archive = archive;
    this.method = method;
  }

  WeekAnalysis of(Cluster cluster, ReviewWeek week) {
    int version = archive.version(cluster, week, HISTORY_WEEKS);
    return entry(cluster, week).at(version);
  }

  WeekAnalysis fresh(Cluster cluster, ReviewWeek week) {
    int version = archive.version(cluster, week, HISTORY_WEEKS);
    return entry(cluster, week).fresh(version);
  }

  /** The ranking without sizing, which takes as long again; not for {@code SAVINGS}. */
  Ranking rankOnce(Cluster cluster, ReviewWeek week, Ranking.Order order) {
    ClusterLoad load = archive.load(cluster.name(), week, HISTORY_WEEKS, QueryRanker.WANTED);
    return method.rankings().rank(load, order);
  }

  /** How many analyses have been made so far. */
  int made() {
    return made.get();
  }

  private synchronized CachedAnalysis entry(Cluster cluster, ReviewWeek week) {
    CachedAnalysis entry =
        entries.computeIfAbsent(
            List.of(cluster.region(), cluster.name(), week),
            key -> new CachedAnalysis(cluster.name(), week));
    Iterator<CachedAnalysis> eldest = entries.values().iterator();
    while (entries.size() > MOST && eldest.hasNext()) {
      eldest.next();
      eldest.remove();
    }
    return entry;
  }

  private final class CachedAnalysis {
    private final String cluster;
    private final ReviewWeek week;
    private int version;
    private @Nullable WeekAnalysis current;
    private @Nullable CompletableFuture<WeekAnalysis> coming;

    CachedAnalysis(String cluster, ReviewWeek week) {
      this.cluster = cluster;
      this.week = week;
    }

    WeekAnalysis at(int wanted) {
      CompletableFuture<WeekAnalysis> making;
      synchronized (this) {
        WeekAnalysis known = current;
        if (known != null && version == wanted) {
          return known;
        }
        making = coming == null ? start(wanted) : coming;
        if (known != null) {
          return known;
        }
      }
      return await(making);
    }

    /**
     * Waits for what is being made already, which may be of an older archive, and then for its own.
     */
    WeekAnalysis fresh(int wanted) {
      CompletableFuture<WeekAnalysis> making;
      synchronized (this) {
        WeekAnalysis known = current;
        if (known != null && version == wanted) {
          return known;
        }
        making = coming == null ? start(wanted) : coming.thenCompose(older -> start(wanted));
      }
      return await(making);
    }

    private synchronized CompletableFuture<WeekAnalysis> start(int wanted) {
      CompletableFuture<WeekAnalysis> making =
          CompletableFuture.supplyAsync(
              () ->
                  WeekAnalysis.of(
                      archive.load(cluster, week, HISTORY_WEEKS),
                      archive.dimensions(archive.cluster(cluster, week.range().to()), week),
                      method));
      coming = making;
      making.whenComplete((analysis, failure) -> finish(analysis, wanted));
      return making;
    }

    private synchronized void finish(@Nullable WeekAnalysis analysis, int of) {
      coming = null;
      if (analysis != null) {
        current = analysis;
        version = of;
        made.incrementAndGet();
      }
    }

    private static WeekAnalysis await(CompletableFuture<WeekAnalysis> making) {
      try {
        return making.join();
      } catch (CompletionException e) {
        if (e.getCause() instanceof RuntimeException cause) {
          throw cause;
        }
        throw e;
      }
    }
  }
}
