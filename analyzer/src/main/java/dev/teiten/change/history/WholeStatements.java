package dev.teiten.change.history;

import dev.teiten.normalize.NormalizedStatement;
import dev.teiten.normalize.key.Fingerprint;
import dev.teiten.normalize.key.Fingerprinter;
import dev.teiten.normalize.key.TruncationResolver;
import dev.teiten.normalize.scan.Dialect;
import java.util.Collection;
import java.util.Optional;

/**
 * Finds the whole statement of a cluster that a truncated text begins. It compares the normalised
 * texts: a normalised text has the fingerprint of the text it was made from.
 */
final class WholeStatements {
  private final Dialect dialect;
  private final TruncationResolver resolver;

  WholeStatements(Dialect dialect, Collection<NormalizedStatement> statements) {
    this.dialect = dialect;
    this.resolver = new TruncationResolver(dialect);
    for (NormalizedStatement statement : statements) {
      if (!statement.truncated()) {
        resolver.add(Fingerprinter.of(statement.text(), dialect));
      }
    }
  }

  /** The id of the only whole statement that begins with a truncated one; empty if ambiguous. */
  Optional<String> of(NormalizedStatement truncated) {
    return resolver.wholeOf(Fingerprinter.of(truncated.text(), dialect, true)).map(Fingerprint::id);
  }
}
