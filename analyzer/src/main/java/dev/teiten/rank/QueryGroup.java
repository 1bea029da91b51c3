package dev.teiten.rank;

import dev.teiten.normalize.NormalizedStatement;
import java.util.List;

/**
 * One query: every digest of one fingerprint.
 *
 * @param digests the source's digest ids, in their own order
 */
record QueryGroup(NormalizedStatement statement, List<String> digests) {

  QueryGroup {
    digests = List.copyOf(digests);
  }

  String fingerprint() {
    return statement.id();
  }
}
