package dev.teiten.review;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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

/** The verifications in memory; a verification is repeated when the archive has changed. */
final class VerificationCache {
  private static final int MAX_VERIFICATIONS = 500;

  private final Archive archive;
  private final PromiseVerifier verifier;
  private final Cache<Key, CachedVerification> cache =
      Caffeine.newBuilder().maximumSize(MAX_VERIFICATIONS).build();

  private record Key(Promise promise, ReviewWeek last) {}

  private record CachedVerification(int version, PromiseVerification verification) {}

  VerificationCache(Archive archive, PromiseVerifier verifier) {
    this.archive = archive;
    this.verifier = verifier;
  }

  /** Verifications in the order of the promises; the load of a cluster is read once. */
  synchronized List<PromiseVerification> of(List<Promise> promises, ReviewWeek last) {
    Map<Promise, PromiseVerification> verifications = new LinkedHashMap<>();
    new LinkedHashSet<>(promises.stream().map(Promise::cluster).toList())
        .forEach(
            cluster ->
                verifications.putAll(
                    ofCluster(
                        promises.stream().filter(p -> p.cluster().equals(cluster)).toList(),
                        archive.cluster(cluster, Instant.MAX),
                        last)));
    return promises.stream()
        .map(promise -> Objects.requireNonNull(verifications.get(promise)))
        .toList();
  }

  private Map<Promise, PromiseVerification> ofCluster(
      List<Promise> promises, Cluster cluster, ReviewWeek last) {
    int back =
        promises.stream().mapToInt(p -> PromiseVerifier.historyWeeks(p, last)).max().orElse(0);
    int version = archive.inputs().version(cluster.name(), last, back);
    Map<Promise, PromiseVerification> verifications = new LinkedHashMap<>();
    List<Promise> missing = new ArrayList<>();
    for (Promise promise : promises) {
      CachedVerification cached = cache.getIfPresent(new Key(promise, last));
      if (cached != null && cached.version() == version) {
        verifications.put(promise, cached.verification());
      } else {
        missing.add(promise);
      }
    }
    if (!missing.isEmpty()) {
      ClusterLoad load = archive.load(cluster.name(), last, back);
      CpuWork work = CpuWork.of(load);
      for (Promise promise : missing) {
        PromiseVerification verification = verifier.verify(promise, load, work);
        cache.put(new Key(promise, last), new CachedVerification(version, verification));
        verifications.put(promise, verification);
      }
    }
    return verifications;
  }
}
