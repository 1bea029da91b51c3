package dev.teiten.normalize;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Normalizes statements: the fingerprint is the key, the parser explains where it can. Remembers
 * what it saw last, because a source repeats the same texts each minute. Safe for use by several
 * threads.
 */
public final class StatementNormalizer {
  private static final int REMEMBERED = 10_000;
  private static final int LONGEST_REMEMBERED = 16_384;

  private final Fingerprinter fingerprinter;
  private final Map<Asked, NormalizedStatement> remembered = new Remembered();

  private record Asked(String text, boolean truncated) {}

  public StatementNormalizer(Dialect dialect) {
    this(dialect, Shards.OFF);
  }

  /**
   * @param shards whether tables that differ in a trailing number are one
   */
  public StatementNormalizer(Dialect dialect, Shards shards) {
    this.fingerprinter = new Fingerprinter(dialect, shards);
  }

  /** Never throws. */
  public NormalizedStatement normalize(String text) {
    return normalize(text, false);
  }

  /**
   * Never throws.
   *
   * @param knownTruncated whether the source says that it cut the text
   */
  public NormalizedStatement normalize(String text, boolean knownTruncated) {
    if (text.length() > LONGEST_REMEMBERED) {
      return compute(text, knownTruncated);
    }
    Asked asked = new Asked(text, knownTruncated);
    synchronized (remembered) {
      NormalizedStatement known = remembered.get(asked);
      if (known != null) {
        return known;
      }
    }
    NormalizedStatement computed = compute(text, knownTruncated);
    synchronized (remembered) {
      remembered.put(asked, computed);
    }
    return computed;
  }

  private NormalizedStatement compute(String text, boolean knownTruncated) {
    Fingerprint key = fingerprinter.fingerprint(text, knownTruncated);
    return new NormalizedStatement(
        key.id(),
        key.text(),
        key.verb(),
        key.tables(),
        false,
        key.truncated(),
        key.tags(),
        key.id(),
        List.of());
  }

  private static final class Remembered extends LinkedHashMap<Asked, NormalizedStatement> {
    private static final long serialVersionUID = 1L;

    Remembered() {
      super(256, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Asked, NormalizedStatement> eldest) {
      return size() > REMEMBERED;
    }
  }
}
