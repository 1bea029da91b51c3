package dev.teiten.normalize.key;

import dev.teiten.normalize.scan.Dialect;
import dev.teiten.normalize.scan.TokenKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the whole statement that a cut text is the beginning of. Performance Insights cuts texts at
 * 500 bytes, so that one source may show a query whole and another one cut.
 */
public final class TruncationResolver {
  private final Fingerprinter fingerprinter;
  private final Map<String, IndexedStatement> statements = new HashMap<>();

  private record IndexedStatement(Fingerprint whole, long[] keys) {}

  public TruncationResolver(Dialect dialect) {
    this.fingerprinter = new Fingerprinter(dialect, ShardFolding.OFF);
  }

  /** Adds a whole statement; a statement that was cut is ignored. */
  public void add(Fingerprint fingerprint) {
    if (!fingerprint.truncated()) {
      statements.computeIfAbsent(
          fingerprint.id(),
          id -> new IndexedStatement(fingerprint, fingerprinter.keys(fingerprint.text())));
    }
  }

  /**
   * The whole statement that begins with a cut one, if exactly one does.
   *
   * @param cut a fingerprint with {@link Fingerprint#truncated}
   */
  public Optional<Fingerprint> wholeOf(Fingerprint cut) {
    long[] beginning = fingerprinter.keys(cut.text());
    List<Fingerprint> fitting = new ArrayList<>();
    for (IndexedStatement candidate : statements.values()) {
      if (begins(candidate.keys(), beginning)) {
        fitting.add(candidate.whole());
      }
    }
    boolean unambiguous = fitting.size() == 1 && beginning.length >= 2;
    return unambiguous ? Optional.of(fitting.get(0)) : Optional.empty();
  }

  private static boolean begins(long[] whole, long[] beginning) {
    int last = beginning.length - 1;
    if (last < 0 || whole.length < beginning.length) {
      return false;
    }
    for (int i = 0; i < last; i++) {
      if (whole[i] != beginning[i]) {
        return false;
      }
    }
    // Where the text was cut after a literal, the whole may have a list.
    return whole[last] == beginning[last]
        || (TokenKeys.isLiteral(whole[last]) && TokenKeys.isLiteral(beginning[last]));
  }
}
