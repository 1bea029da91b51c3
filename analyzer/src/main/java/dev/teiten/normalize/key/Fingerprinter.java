package dev.teiten.normalize.key;

import dev.teiten.normalize.scan.CommentTags;
import dev.teiten.normalize.scan.Dialect;
import dev.teiten.normalize.scan.OutlineHash;
import dev.teiten.normalize.scan.OutlineReader;
import dev.teiten.normalize.scan.TokenKeys;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes fingerprints of statements of one dialect. It remembers the fingerprints of the last
 * outlines, because a server runs few queries with many literals. Safe for use by several threads.
 */
public final class Fingerprinter {
  /** Outlines that are remembered: more than the queries of a server. */
  private static final int REMEMBERED = 5_000;

  /** Characters of the longest print that is remembered. */
  private static final int LONGEST_REMEMBERED = 2_048;

  private final Dialect dialect;
  private final ThreadLocal<StatementScanner> scans;
  private final ThreadLocal<StatementScanner> formerScans;
  private final LruCache<OutlineHash, Fingerprint> remembered = new LruCache<>(REMEMBERED);

  public Fingerprinter(Dialect dialect, ShardFolding shards) {
    this.dialect = dialect;
    this.scans = ThreadLocal.withInitial(() -> new StatementScanner(dialect, shards));
    this.formerScans = ThreadLocal.withInitial(() -> StatementScanner.former(dialect, shards));
  }

  /** The fingerprint of one text, with nothing remembered and no shards. Never throws. */
  public static Fingerprint of(String text, Dialect dialect) {
    return of(text, dialect, false);
  }

  /**
   * The fingerprint of one text, with nothing remembered and no shards. Never throws.
   *
   * @param knownTruncated whether the source says that it cut the text
   */
  public static Fingerprint of(String text, Dialect dialect, boolean knownTruncated) {
    return new Fingerprinter(dialect, ShardFolding.OFF).fingerprint(text, knownTruncated);
  }

  /**
   * The fingerprint of a text. Never throws.
   *
   * @param knownTruncated whether the source says that it cut the text
   */
  public Fingerprint fingerprint(String text, boolean knownTruncated) {
    byte[] bytes = StatementBytes.withoutRows(text, dialect);
    OutlineReader reader = new OutlineReader(bytes, dialect);
    OutlineHash outline = knownTruncated ? null : reader.read();
    boolean suspected = TruncationRules.isSuspected(bytes.length);
    if (outline == null) {
      // Only here a quote can be in doubt: a text with an outline ends outside of its strings.
      byte[] safe = StatementBytes.of(text, dialect);
      Map<String, String> tags = CommentTags.none();
      return scanned(safe, knownTruncated, tags).with(tags, suspected);
    }
    Fingerprint fingerprint = remembered.get(outline);
    if (fingerprint == null) {
      fingerprint = scanned(bytes, false, null);
      if (fingerprint.text().length() <= LONGEST_REMEMBERED) {
        remembered.put(outline, fingerprint);
      }
    }
    return fingerprint.with(reader.tags(), suspected);
  }

  private Fingerprint scanned(
      byte[] bytes, boolean knownTruncated, @Nullable Map<String, String> tags) {
    return scan(scans, bytes, knownTruncated, tags, Fingerprinter::fingerprint);
  }

  private static Fingerprint fingerprint(StatementScanner scan) {
    TokenPrinter printer = scan.printer();
    boolean empty = scan.tokens().size == 0 && !scan.truncated();
    String printed = empty ? Fingerprint.EMPTY : printer.print(scan.truncated());
    VerbAndTables facts = new VerbAndTables(scan.tokens(), printer);
    return new Fingerprint(
        scan.id(), printed, scan.truncated(), Map.of(), facts.verb(), facts.tables());
  }

  /** The id alone, computed and not remembered. */
  public String id(String text) {
    return scan(scans, StatementBytes.of(text, dialect), false, null, StatementScanner::id);
  }

  /**
   * The id that the text had by the rules of {@link Fingerprint#FORMER_VERSION}, to find what was
   * written under it.
   *
   * @param knownTruncated whether the source says that it cut the text
   */
  public String formerId(String text, boolean knownTruncated) {
    byte[] bytes = StatementBytes.whole(text);
    return scan(formerScans, bytes, knownTruncated, null, StatementScanner::id);
  }

  /** One number a token, to compare the beginnings of statements. */
  long[] keys(String text) {
    return scan(
        scans, StatementBytes.of(text, dialect), false, null, scan -> TokenKeys.of(scan.tokens()));
  }

  private static <T> T scan(
      ThreadLocal<StatementScanner> scanners,
      byte[] text,
      boolean knownTruncated,
      @Nullable Map<String, String> tags,
      Function<StatementScanner, T> answer) {
    StatementScanner scan = scanners.get();
    scan.read(text, knownTruncated, tags);
    T result = answer.apply(scan);
    if (!scan.release()) {
      scanners.remove();
    }
    return result;
  }
}
