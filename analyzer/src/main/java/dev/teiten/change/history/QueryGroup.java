package dev.teiten.change.history;

import dev.teiten.normalize.NormalizedStatement;
import java.util.List;

/**
 * One query: every digest of one fingerprint.
 *
 * @param digests the source's digest ids, in ascending order, joined truncated texts last
 */
public record QueryGroup(NormalizedStatement statement, List<String> digests) {

  public QueryGroup {
    digests = List.copyOf(digests);
  }

  public String fingerprint() {
    return statement.id();
  }
}
