package dev.teiten.review.promise;

import java.time.Instant;

/**
 * What somebody said a fix would do.
 *
 * @param cluster as the archive names it
 * @param fingerprint of the query that was to be fixed
 * @param percent of the work of one call that was to go away, over 0 and up to 100; 100 says that
 *     the query is to run no more
 * @param fixedAt when the fix was deployed
 */
public record Promise(String cluster, String fingerprint, double percent, Instant fixedAt) {

  public Promise {
    if (!(percent > 0 && percent <= 100)) {
      throw new IllegalArgumentException("a promise is over 0 and up to 100 %, not " + percent);
    }
  }
}
