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
  private static final long BYTES_PER_INSTANCE = 11L << 20;

  /** Part of the heap that analyses may take. */
  private static final double HEAP_SHARE = 0.3;

  /** A summary takes some kilobytes, most of them for the names of its instances. */
  private static final int MAX_SUMMARIES = 20_000;

  private final Archive archive;
  private final AnalysisMethod method;
  private final AtomicInteger made = new AtomicInteger();
  private final Cache<ClusterWeek, CachedAnalysis> entries;
  private final Cache<ClusterWeek, MadeSummary> summaries =
      Caffeine.newBuilder().maximumSize(MAX_SUMMARIES).build();

  AnalysisCache(Archive archive, AnalysisMethod method) {
    this(archive, method, mostInstances(Runtime.getRuntime().maxMemory()));
  }

  /**
   * @param mostInstances number of instances whose analyses stay in memory
   */
  AnalysisCache(Archive archive, AnalysisMethod method, int mostInstances) {
    this.archive = archive;
    this.method = method;
    this.entries =
        Caffeine.newBuilder()
            .maximumWeight(mostInstances)
            .<ClusterWeek, CachedAnalysis>weigher(
                (key, entry) -> Math.min(mostInstances, entry.instances))
            .build();
  }

  private static int mostInstances(long heapBytes) {
    return (int) Math.max(1, HEAP_SHARE * heapBytes / BYTES_PER_INSTANCE);
  }

  private record ClusterWeek(String region, String cluster, ReviewWeek week) {
    static ClusterWeek of(Cluster cluster, ReviewWeek week) {
      return new ClusterWeek(cluster.region(), cluster.name(), week);
    }
  }

  /** An analysis of a state of the archive. */
  private record MadeAnalysis(int version, WeekAnalysis analysis) {}

  private record MadeSummary(int version, ClusterSummary summary) {}

  /** The summary, which outlives its analysis. */
  ClusterSummary summary(Cluster cluster, ReviewWeek week) {
    int version = archive.version(cluster, week, MOST_WEEKS);
    ClusterWeek key = ClusterWeek.of(cluster, week);
    MadeSummary known = summaries.getIfPresent(key);
    if (known != null && known.version == version) {
      return known.summary;
    }
    MadeAnalysis made = entry(cluster, week).at(version);
    ClusterSummary summary = ClusterSummaries.of(made.analysis.review());
    summaries.put(key, new MadeSummary(made.version, summary));
    return summary;
  }

  /** The summary that was made last, perhaps of an older state of the archive; null if none was. */
  @Nullable ClusterSummary summaryAtHand(Cluster cluster, ReviewWeek week) {
    MadeSummary known = summaries.getIfPresent(ClusterWeek.of(cluster, week));
    return known == null ? null : known.summary;
  }

  /** The analysis, perhaps of an older state of the archive while a newer one is being made. */
  WeekAnalysis of(Cluster cluster, ReviewWeek week) {
    int version = archive.version(cluster, week, MOST_WEEKS);
    return entry(cluster, week).at(version).analysis;
  }

  /** The analysis of the archive's present state. */
  WeekAnalysis fresh(Cluster cluster, ReviewWeek week) {
    int version = archive.version(cluster, week, MOST_WEEKS);
    return entry(cluster, week).fresh(version).analysis;
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
        ClusterWeek.of(cluster, week),
        key -> new CachedAnalysis(key.cluster(), key.week(), cluster.instances().size()));
  }

  private final class CachedAnalysis {
    private final String cluster;
    private final ReviewWeek week;
    private final int instances;
    private @Nullable MadeAnalysis current;
    private @Nullable CompletableFuture<MadeAnalysis> coming;

    CachedAnalysis(String cluster, ReviewWeek week, int instances) {
      this.cluster = cluster;
      this.week = week;
      this.instances = instances;
    }

    MadeAnalysis at(int wanted) {
      CompletableFuture<MadeAnalysis> making;
      synchronized (this) {
        MadeAnalysis cached = current;
        if (cached != null && cached.version == wanted) {
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
    MadeAnalysis fresh(int wanted) {
      CompletableFuture<MadeAnalysis> making;
      synchronized (this) {
        MadeAnalysis cached = current;
        if (cached != null && cached.version == wanted) {
          return cached;
        }
        making = coming == null ? start(wanted) : coming.thenCompose(older -> start(wanted));
      }
      return await(making);
    }

    private synchronized CompletableFuture<MadeAnalysis> start(int wanted) {
      CompletableFuture<MadeAnalysis> making =
          CompletableFuture.supplyAsync(() -> new MadeAnalysis(wanted, analysis()));
      coming = making;
      making.whenComplete((analysis, failure) -> finish(analysis));
      return making;
    }

    private WeekAnalysis analysis() {
      return WeekAnalysis.of(
          archive.load(cluster, week, HISTORY_WEEKS, EVERYTHING),
          archive.contents().dimensions(archive.cluster(cluster, week.range().to()), week),
          method);
    }

    private synchronized void finish(@Nullable MadeAnalysis analysis) {
      coming = null;
      if (analysis != null) {
        current = analysis;
        made.incrementAndGet();
      }
    }

    private static MadeAnalysis await(CompletableFuture<MadeAnalysis> making) {
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
