package dev.teiten.normalize.shape;

import dev.teiten.normalize.hint.Hint;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The shape of a statement: its clauses as the parser reads them.
 *
 * @param tables in order of appearance, aliases resolved
 * @param columns by clause, each once; with their table where it is known, for example {@code
 *     users.email}
 * @param joins how many, comma joins included
 * @param subqueries how many, derived tables included
 * @param canonical printed from the tree: aliases renamed in order, needless parentheses gone
 * @param family hash of {@code canonical}, for example {@code f1-9f3c…}
 * @param hints findings for a reviewer
 * @param hidesLiterals whether a masked literal could be another finding
 */
public record StatementShape(
    List<String> tables,
    Map<Clause, List<String>> columns,
    int joins,
    int subqueries,
    String canonical,
    String family,
    List<Hint> hints,
    boolean hidesLiterals) {

  /** A clause that columns stand in. */
  public enum Clause {
    WHERE,
    JOIN,
    GROUP_BY,
    ORDER_BY
  }

  public StatementShape {
    tables = List.copyOf(tables);
    Map<Clause, List<String>> ordered = new EnumMap<>(Clause.class);
    columns.forEach((clause, names) -> ordered.put(clause, List.copyOf(names)));
    columns = Collections.unmodifiableMap(ordered);
    hints = List.copyOf(hints);
  }
}
