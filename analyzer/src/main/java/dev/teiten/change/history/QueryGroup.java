package dev.teiten.change.history;

import dev.teiten.normalize.NormalizedStatement;
import java.util.List;
import java.util.Set;

/**
 * One query: every digest of one fingerprint.
 *
 * @param digests the source's digest ids, in ascending order, joined truncated texts last
 * @param formerIds the ids that earlier versions of Teiten gave to the texts of the digests
 */
public record QueryGroup(
    NormalizedStatement statement, List<String> digests, Set<String> formerIds) {

  public QueryGroup {
    digests = List.copyOf(digests);
    formerIds = Set.copyOf(formerIds);
  }

  /** A group whose digests had the id of the statement before. */
  public QueryGroup(NormalizedStatement statement, List<String> digests) {
    this(statement, digests, Set.of(statement.formerId()));
  }

  public String fingerprint() {
    return statement.id();
  }
}
