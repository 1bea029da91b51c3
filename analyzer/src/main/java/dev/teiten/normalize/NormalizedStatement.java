package dev.teiten.normalize;

import dev.teiten.normalize.hint.Hint;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One statement with its fingerprint and its shape.
 *
 * @param id the fingerprint: rules version and 128 bits over the token stream, for example {@code
 *     t3-9f3c…}
 * @param text the normalized text, without literals
 * @param verb upper-case first word ({@code SELECT}, {@code WITH} resolved to what follows), {@code
 *     ""} if none
 * @param tables in order of appearance, without names that WITH defines; from the tokens, so that
 *     they do not depend on what the parser can read; empty where nothing is known
 * @param parsed whether the parser understood it, so that family and hints are known
 * @param truncated whether the text was cut
 * @param tags sqlcommenter and marginalia tags worth keeping: controller, action, route, framework,
 *     application
 * @param family hash of the canonical form, equal for statements that differ in aliases only; the
 *     id if not parsed
 * @param hints from the statement's shape and, where they were seen, its literals
 * @param formerId the id that earlier versions of Teiten gave to the text; tasks and addresses may
 *     have it
 */
public record NormalizedStatement(
    String id,
    String text,
    String verb,
    List<String> tables,
    boolean parsed,
    boolean truncated,
    Map<String, String> tags,
    String family,
    List<Hint> hints,
    String formerId) {

  public NormalizedStatement {
    tables = List.copyOf(tables);
    // In the order of the keys: copyOf would print them in another order each run.
    tags = Collections.unmodifiableMap(new TreeMap<>(tags));
    hints = List.copyOf(hints);
  }

  /** A statement without a former id. */
  public NormalizedStatement(
      String id,
      String text,
      String verb,
      List<String> tables,
      boolean parsed,
      boolean truncated,
      Map<String, String> tags,
      String family,
      List<Hint> hints) {
    this(id, text, verb, tables, parsed, truncated, tags, family, hints, id);
  }

  /** This statement with other hints. */
  NormalizedStatement withHints(List<Hint> others) {
    return new NormalizedStatement(
        id, text, verb, tables, parsed, truncated, tags, family, others, formerId);
  }

  /** This statement with the hints of another one too, which has the same id. */
  public NormalizedStatement withHintsOf(NormalizedStatement other) {
    Set<Hint> both = new LinkedHashSet<>(hints);
    both.addAll(other.hints);
    return both.size() == hints.size() ? this : withHints(List.copyOf(both));
  }
}
