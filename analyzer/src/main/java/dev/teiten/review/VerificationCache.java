package dev.teiten.review;

import dev.teiten.archive.Archive;
import dev.teiten.cpu.CpuWork;
import dev.teiten.load.Cluster;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.ReviewWeek;
import dev.teiten.review.promise.Promise;
import dev.teiten.review.promise.PromiseVerification;
import dev.teiten.review.promise.PromiseVerifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The verifications in memory; each is made anew when the archive has changed under it. */
final class VerificationCache {
  private static final int MOST = 500;

  private final Archive archive;
  private final PromiseVerifier verifier;
  private final Map<List<Object>, CachedVerification> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Object>, CachedVerification> eldest) {
          return size() > MOST;
        }
      };

  private record CachedVerification(int version, PromiseVerification verification) {}

  VerificationCache(Archive archive, PromiseVerifier verifier) {
    this.archive = archive;
    this.verifier = verifier;
  }

  /** In the order of the promises; the load of a cluster is read once for all of its own. */
  synchronized List<PromiseVerification> of(List<Promise> promises, ReviewWeek last) {
    Map<Promise, PromiseVerification> found = new LinkedHashMap<>();
    new LinkedHashSet<>(promises.stream().map(Promise::cluster).toList())
        .forEach(
            cluster ->
                found.putAll(
                    ofCluster(
                        promises.stream().filter(p -> p.cluster().equals(cluster)).toList(),
                        archive.cluster(cluster, Instant.MAX),
                        last)));
    return promises.stream().map(promise -> Objects.requireNonNull(found.get(promise))).toList();
  }

  private Map<Promise, PromiseVerification> ofCluster(
      List<Promise> promises, Cluster cluster, ReviewWeek last) {
    int back =
        promises.stream().mapToInt(p -> PromiseVerifier.historyWeeks(p, last)).max().orElse(0);
    int version = archive.version(cluster, last, back);
    Map<Promise, PromiseVerification> found = new LinkedHashMap<>();
    List<Promise> missing = new ArrayList<>();
    for (Promise promise : promises) {
      CachedVerification made = known.get(List.of(promise, last));
      if (made != null && made.version() == version) {
        found.put(promise, made.verification());
      } else {
        missing.add(promise);
      }
    }
    if (!missing.isEmpty()) {
      ClusterLoad load = archive.load(cluster.name(), last, back);
      CpuWork work = CpuWork.of(load);
      for (Promise promise : missing) {
        PromiseVerification verification = verifier.verify(promise, load, work);
        known.put(List.of(promise, last), new CachedVerification(version, verification));
        found.put(promise, verification);
      }
    }
    return found;
  }
}
