package dev.teiten.normalize.key;

import dev.teiten.normalize.scan.Dialect;
import dev.teiten.normalize.scan.TokenList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whole statements, to find the one that a cut text is the beginning of. Performance Insights cuts
 * texts at 500 bytes, so that one query may be seen whole by one source and cut by another.
 */
public final class TruncationResolver {
  private final Fingerprinter fingerprinter;
  private final Map<String, IndexedStatement> known = new HashMap<>();

  private record IndexedStatement(Fingerprint whole, long[] keys) {}

  public TruncationResolver(Dialect dialect) {
    this.fingerprinter = new Fingerprinter(dialect, ShardFolding.OFF);
  }

  /** Remembers a whole statement; one that was cut is not remembered. */
  public void add(Fingerprint fingerprint) {
    if (!fingerprint.truncated()) {
      known.computeIfAbsent(
          fingerprint.id(),
          id -> new IndexedStatement(fingerprint, fingerprinter.keys(fingerprint.text())));
    }
  }

  /**
   * The whole statement that begins with a cut one, where exactly one known statement does.
   *
   * @param cut a fingerprint with {@link Fingerprint#truncated}
   */
  public Optional<Fingerprint> wholeOf(Fingerprint cut) {
    long[] beginning = fingerprinter.keys(cut.text());
    List<Fingerprint> fitting = new ArrayList<>();
    for (IndexedStatement candidate : known.values()) {
      if (begins(candidate.keys(), beginning)) {
        fitting.add(candidate.whole());
      }
    }
    boolean one = fitting.size() == 1 && beginning.length >= 2;
    return one ? Optional.of(fitting.get(0)) : Optional.empty();
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
        || (TokenList.isLiteralKey(whole[last]) && TokenList.isLiteralKey(beginning[last]));
  }
}
