package dev.teiten.change.history;

import dev.teiten.normalize.NormalizedStatement;
import dev.teiten.normalize.key.Fingerprint;
import dev.teiten.normalize.key.Fingerprinter;
import dev.teiten.normalize.key.TruncationResolver;
import dev.teiten.normalize.scan.Dialect;
import java.util.Collection;
import java.util.Optional;

/**
 * The whole statements of a cluster, to find the one that a cut text begins. It goes by what is
 * printed of them, which has the same fingerprint as the text.
 */
final class WholeStatements {
  private final Dialect dialect;
  private final TruncationResolver known;

  WholeStatements(Dialect dialect, Collection<NormalizedStatement> statements) {
    this.dialect = dialect;
    this.known = new TruncationResolver(dialect);
    for (NormalizedStatement statement : statements) {
      if (!statement.truncated()) {
        known.add(Fingerprinter.of(statement.text(), dialect));
      }
    }
  }

  /** The id of the one whole statement that begins with a cut one. */
  Optional<String> of(NormalizedStatement cut) {
    return known.wholeOf(Fingerprinter.of(cut.text(), dialect, true)).map(Fingerprint::id);
  }
}
