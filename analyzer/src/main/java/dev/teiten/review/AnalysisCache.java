package dev.teiten.review;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.teiten.archive.Archive;
import dev.teiten.archive.read.LoadSelection;
import dev.teiten.load.Cluster;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.TeitenException;
import dev.teiten.review.KeptResults.Inputs;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The analyses in memory, and their results in the archive. An analysis is repeated when the
 * archive has changed. While weeks are still being collected that happens in the background, and
 * the previous analysis is shown meanwhile.
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
  private final KeptResults kept;
  private final AtomicInteger made = new AtomicInteger();
  private final Cache<ClusterWeek, CachedAnalysis> entries;
  private final Cache<ClusterWeek, KnownSummary> summaries =
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
    this.kept = new KeptResults(archive, method.identity(), MOST_WEEKS);
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

  /**
   * An analysis of a state of the archive.
   *
   * @param kept whether the archive keeps its result
   */
  private record MadeAnalysis(Inputs inputs, WeekAnalysis analysis, boolean kept) {}

  private record KnownSummary(int archiveVersion, ClusterSummary summary) {}

  /**
   * The row of a cluster, from memory, from the archive or from a new analysis.
   *
   * @param archiveVersion the row in memory is valid while this number stays
   */
  ClusterSummary summary(Cluster cluster, ReviewWeek week, int archiveVersion) {
    ClusterWeek key = ClusterWeek.of(cluster, week);
    KnownSummary known = summaries.getIfPresent(key);
    if (known != null && known.archiveVersion == archiveVersion) {
      return known.summary;
    }
    ClusterSummary summary =
        kept.summary(cluster, week).orElseGet(() -> result(cluster, week).summary());
    summaries.put(key, new KnownSummary(archiveVersion, summary));
    return summary;
  }

  /** The result, from the archive or from a new analysis, which is kept then. */
  WeekResult result(Cluster cluster, ReviewWeek week) {
    Inputs now = kept.inputs(cluster, week);
    return kept.find(cluster, week, now).orElseGet(() -> make(cluster, week, now));
  }

  /** Makes the result, unless a valid one is kept. */
  ResultState keep(Cluster cluster, ReviewWeek week) {
    Inputs now = kept.inputs(cluster, week);
    if (kept.isKept(cluster, week, now)) {
      return ResultState.VALID;
    }
    if (!archive.contents().hasDays(cluster, week.range())) {
      return ResultState.EMPTY;
    }
    make(cluster, week, now);
    if (!kept.isKept(cluster, week, now)) {
      throw new TeitenException(
          "The result of " + cluster.name() + " in " + week + " cannot be kept",
          "Is the archive's folder " + archive.root() + " writable, and not being collected into?");
    }
    return ResultState.MADE;
  }

  /** An analysis whose result is kept need not stay in memory. */
  private WeekResult make(Cluster cluster, ReviewWeek week, Inputs now) {
    ClusterWeek key = ClusterWeek.of(cluster, week);
    boolean inUse = entries.getIfPresent(key) != null;
    MadeAnalysis made = entry(cluster, week).fresh(now);
    if (made.kept && !inUse) {
      entries.invalidate(key);
    }
    return made.analysis.result();
  }

  /** The row that was made last, perhaps of an older state of the archive; null if none was. */
  @Nullable ClusterSummary summaryAtHand(Cluster cluster, ReviewWeek week) {
    KnownSummary known = summaries.getIfPresent(ClusterWeek.of(cluster, week));
    return known == null ? kept.lastSummary(cluster, week).orElse(null) : known.summary;
  }

  /** The analysis, perhaps of an older state of the archive while a newer one is being made. */
  WeekAnalysis of(Cluster cluster, ReviewWeek week) {
    return entry(cluster, week).at(kept.inputs(cluster, week)).analysis;
  }

  /** The number of analyses made so far. */
  int made() {
    return made.get();
  }

  private CachedAnalysis entry(Cluster cluster, ReviewWeek week) {
    return entries.get(
        ClusterWeek.of(cluster, week), key -> new CachedAnalysis(cluster, key.week()));
  }

  private final class CachedAnalysis {
    private final Cluster cluster;
    private final ReviewWeek week;
    private final int instances;
    private @Nullable MadeAnalysis current;
    private @Nullable CompletableFuture<MadeAnalysis> coming;

    CachedAnalysis(Cluster cluster, ReviewWeek week) {
      this.cluster = cluster;
      this.week = week;
      this.instances = cluster.instances().size();
    }

    MadeAnalysis at(Inputs wanted) {
      CompletableFuture<MadeAnalysis> making;
      synchronized (this) {
        MadeAnalysis cached = current;
        if (cached != null && cached.inputs.equals(wanted)) {
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
    MadeAnalysis fresh(Inputs wanted) {
      CompletableFuture<MadeAnalysis> making;
      synchronized (this) {
        MadeAnalysis cached = current;
        if (cached != null && cached.inputs.equals(wanted)) {
          return cached;
        }
        making = coming == null ? start(wanted) : coming.thenCompose(older -> start(wanted));
      }
      return await(making);
    }

    private synchronized CompletableFuture<MadeAnalysis> start(Inputs wanted) {
      CompletableFuture<MadeAnalysis> making =
          CompletableFuture.supplyAsync(() -> analysis(wanted));
      coming = making;
      making.whenComplete((analysis, failure) -> finish(analysis));
      return making;
    }

    private MadeAnalysis analysis(Inputs before) {
      WeekAnalysis analysis =
          WeekAnalysis.of(
              archive.load(cluster.name(), week, HISTORY_WEEKS, EVERYTHING),
              archive
                  .contents()
                  .dimensions(archive.cluster(cluster.name(), week.range().to()), week),
              method);
      boolean isKept = kept.keep(cluster, before, analysis.result(), analysis.digests());
      return new MadeAnalysis(before, analysis, isKept);
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
