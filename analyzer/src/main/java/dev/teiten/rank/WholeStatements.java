package dev.teiten.rank;

import dev.teiten.archive.ClusterLoad;
import dev.teiten.archive.StatementText;
import dev.teiten.normalize.Dialect;
import dev.teiten.normalize.Fingerprint;
import dev.teiten.normalize.Fingerprinter;
import dev.teiten.normalize.KnownStatements;
import dev.teiten.normalize.Shards;
import java.util.Optional;
import java.util.Set;

/** The whole statements of a cluster, to find the one that a cut text begins. */
final class WholeStatements {
  private final Fingerprinter fingerprinter;
  private final KnownStatements known;
  private final Set<String> ids;

  /**
   * @param ids the fingerprints that the ranking knows; no other is an answer
   */
  WholeStatements(ClusterLoad load, Set<String> ids) {
    Dialect dialect = Dialect.of(load.cluster().engine());
    this.fingerprinter = new Fingerprinter(dialect, Shards.OFF);
    this.known = new KnownStatements(dialect);
    this.ids = Set.copyOf(ids);
    for (StatementText text : load.statements().values()) {
      if (text.complete()) {
        known.add(fingerprinter.fingerprint(text.text(), false));
      }
    }
  }

  /** The fingerprint of the one whole statement that begins with {@code cutText}. */
  Optional<String> of(String cutText) {
    Fingerprint cut = fingerprinter.fingerprint(cutText, true);
    return known.wholeOf(cut).map(Fingerprint::id).filter(ids::contains);
  }
}
