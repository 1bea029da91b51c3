package dev.teiten.normalize.key;

import dev.teiten.normalize.NormalizedStatement;
import dev.teiten.normalize.scan.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The key of a query: what stays of a statement when literals, list lengths, whitespace, comments
 * and the case of keywords are gone. It is taken from the tokens alone, so that it exists for every
 * text, also for one that was cut or is no SQL.
 *
 * @param id version of the rules and 128 bits over the tokens, such as {@code t2-9f3c…}
 * @param text the tokens printed; scanning the print gives the same id. {@code <empty>} for none
 * @param truncated whether the text was cut, by its look or because the caller knew
 * @param tags of comments, see {@link NormalizedStatement#tags}
 * @param verb upper-case, {@code ""} if none
 * @param tables in order of appearance
 */
public record Fingerprint(
    String id,
    String text,
    boolean truncated,
    Map<String, String> tags,
    String verb,
    List<String> tables) {

  /** Goes up when a rule changes what falls into one group: ids of two versions never compare. */
  static final String VERSION = "t2";

  static final String EMPTY = "<empty>";

  public Fingerprint {
    tags = Collections.unmodifiableMap(new TreeMap<>(tags));
    tables = List.copyOf(tables);
  }

  /** Never throws; see {@link Fingerprinter} for settings. */
  public static Fingerprint of(String text, Dialect dialect) {
    return of(text, dialect, false);
  }

  /**
   * @param knownTruncated whether the source says that it cut the text
   */
  public static Fingerprint of(String text, Dialect dialect, boolean knownTruncated) {
    return new Fingerprinter(dialect, ShardFolding.OFF).fingerprint(text, knownTruncated);
  }

  /** The same for another text: with the tags of its comments, cut if it is suspected to be. */
  Fingerprint with(Map<String, String> itsTags, boolean suspected) {
    boolean same = itsTags.isEmpty() && tags.isEmpty() && (truncated || !suspected);
    return same ? this : new Fingerprint(id, text, truncated || suspected, itsTags, verb, tables);
  }

  public static byte[] bytes(String text) {
    return text.equals(EMPTY) ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
  }
}
