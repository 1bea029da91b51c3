package dev.teiten.normalize.key;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The key of a query: a statement without literals, list lengths, whitespace, comments and the case
 * of keywords. It is taken from the tokens alone, so that every text has one, also a text that was
 * cut or is not SQL.
 *
 * @param id version of the rules and 128 bits over the tokens, for example {@code t3-9f3c…}
 * @param text the tokens printed; scanning the print gives the same id. {@code <empty>} for none
 * @param truncated whether the text was cut, by its look or because the caller knew
 * @param tags of comments: controller, action, route, framework, application, job
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

  /** Goes up with every change of the groups: ids of two versions never compare. */
  public static final String VERSION = "t3";

  /** The version before. Ids of it stand in tasks and in addresses; see {@link Fingerprinter}. */
  public static final String FORMER_VERSION = "t2";

  static final String EMPTY = "<empty>";

  public Fingerprint {
    tags = Collections.unmodifiableMap(new TreeMap<>(tags));
    tables = List.copyOf(tables);
  }

  /**
   * This fingerprint for another text of the outline.
   *
   * @param textTags tags of the comments of that text
   * @param suspected whether that text is as long as its source lets texts be
   */
  Fingerprint with(Map<String, String> textTags, boolean suspected) {
    boolean same = textTags.isEmpty() && tags.isEmpty() && (truncated || !suspected);
    return same ? this : new Fingerprint(id, text, truncated || suspected, textTags, verb, tables);
  }
}
