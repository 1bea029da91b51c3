package dev.teiten.review.promise;

import java.time.Instant;

/**
 * The promised effect of a fix.
 *
 * @param cluster its name in the archive
 * @param fingerprint of the query to fix
 * @param percent the promised drop of the work per call, above 0 to 100; 100 means that the query
 *     no longer runs
 * @param fixedAt when the fix was deployed
 */
public record Promise(String cluster, String fingerprint, double percent, Instant fixedAt) {

  public Promise {
    if (!(percent > 0 && percent <= 100)) {
      throw new IllegalArgumentException("a promise is over 0 and up to 100 %, not " + percent);
    }
  }

  /** This promise about a query of another name. */
  Promise about(String query) {
    return new Promise(cluster, query, percent, fixedAt);
  }
}
