package dev.teiten.change.history;

import dev.teiten.normalize.NormalizedStatement;
import java.util.List;

/**
 * One query: every digest of one fingerprint.
 *
 * @param digests the source's digest ids, in their own order
 */
public record QueryGroup(NormalizedStatement statement, List<String> digests) {

  public QueryGroup {
    digests = List.copyOf(digests);
  }

  public String fingerprint() {
    return statement.id();
  }
}
