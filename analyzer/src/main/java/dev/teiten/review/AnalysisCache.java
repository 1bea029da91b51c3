package dev.teiten.review;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.teiten.archive.Archive;
import dev.teiten.archive.read.LoadSelection;
import dev.teiten.load.Cluster;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.ReviewWeek;
import dev.teiten.rank.QueryRanker;
import dev.teiten.rank.Ranking;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The analyses in memory. An analysis is repeated when the archive has changed. While weeks are
 * still being collected that happens in the background, and the previous analysis is shown
 * meanwhile.
 */
final class AnalysisCache {
  /** Weeks of history that the comparison of weeks and the next-week factor need. */
  static final int HISTORY_WEEKS = 5;

  /** Two years: a yearly event has been seen twice. */
  private static final int MOST_WEEKS = 104;

  private static final LoadSelection EVERYTHING = LoadSelection.ALL.lookingBack(MOST_WEEKS);

  /** An analysis of nine instances takes some 100 MB. */
  private static final int MAX_ANALYSES = 16;

  private final Archive archive;
  private final AnalysisMethod method;
  private final AtomicInteger made = new AtomicInteger();
  private final Cache<ClusterWeek, CachedAnalysis> entries =
      Caffeine.newBuilder().maximumSize(MAX_ANALYSES).build();

  AnalysisCache(Archive archive, AnalysisMethod method) {
    this.archive = archive;
    this.method = method;
  }

  private record ClusterWeek(String region, String cluster, ReviewWeek week) {}

  /** The analysis, perhaps of an older state of the archive while a newer one is being made. */
  WeekAnalysis of(Cluster cluster, ReviewWeek week) {
    int version = archive.version(cluster, week, MOST_WEEKS);
    return entry(cluster, week).at(version);
  }

  /** The analysis of the archive's present state. */
  WeekAnalysis fresh(Cluster cluster, ReviewWeek week) {
    int version = archive.version(cluster, week, MOST_WEEKS);
    return entry(cluster, week).fresh(version);
  }

  /** The ranking without sizing, which doubles the time; not for {@code SAVINGS}. */
  Ranking rankOnce(Cluster cluster, ReviewWeek week, Ranking.Order order) {
    ClusterLoad load = archive.load(cluster.name(), week, HISTORY_WEEKS, QueryRanker.WANTED);
    return method.rankings().rank(load, order);
  }

  /** The number of analyses made so far. */
  int made() {
    return made.get();
  }

  private CachedAnalysis entry(Cluster cluster, ReviewWeek week) {
    return entries.get(
        new ClusterWeek(cluster.region(), cluster.name(), week),
        key -> new CachedAnalysis(key.cluster(), key.week()));
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
        WeekAnalysis cached = current;
        if (cached != null && version == wanted) {
          return cached;
        }
        making = coming == null ? start(wanted) : coming;
        if (cached != null) {
          return cached;
        }
      }
      return await(making);
    }

    /**
     * Waits for an analysis that is being made, perhaps of an older state, and then for its own.
     */
    WeekAnalysis fresh(int wanted) {
      CompletableFuture<WeekAnalysis> making;
      synchronized (this) {
        WeekAnalysis cached = current;
        if (cached != null && version == wanted) {
          return cached;
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
                      archive.load(cluster, week, HISTORY_WEEKS, EVERYTHING),
                      archive
                          .contents()
                          .dimensions(archive.cluster(cluster, week.range().to()), week),
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
