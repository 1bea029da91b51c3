package dev.teiten.load;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a query, as a server made it for one statement at one moment. It has no literals.
 *
 * @param fingerprint the query
 * @param at when it was made
 * @param server the version
 * @param steps in the order of execution
 * @param indexes of the tables in the statement, as they were then
 * @param measured the tree that {@code EXPLAIN ANALYZE} printed; null if it was not run
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/explain-output.html">EXPLAIN Output
 *     Format</a>
 */
public record StatementPlan(
    String fingerprint,
    Instant at,
    String server,
    List<PlanStep> steps,
    List<TableIndex> indexes,
    @Nullable String measured) {

  public StatementPlan {
    steps = List.copyOf(steps);
    indexes = List.copyOf(indexes);
  }

  /**
   * The reading of one table.
   *
   * @param select kind of the SELECT, such as {@code SIMPLE}
   * @param table its name or alias; empty if the step reads none
   * @param access how it is read, such as {@code ref} or {@code ALL}; empty if unknown
   * @param possibleKeys indexes that were considered, separated by commas; empty if none
   * @param key the index in use; empty if none
   * @param keyLength bytes of the index in use; empty if none
   * @param ref what the index is compared with; empty if nothing
   * @param rows rows expected to be examined; null if unknown
   * @param filtered the part of these rows that the conditions leave, 0..100 percent; null if
   *     unknown
   * @param extra further remarks; empty if none
   */
  public record PlanStep(
      String select,
      String table,
      String access,
      String possibleKeys,
      String key,
      String keyLength,
      String ref,
      @Nullable Double rows,
      @Nullable Double filtered,
      String extra) {}

  /**
   * An index.
   *
   * @param columns in the order of the index, separated by commas
   * @param unique whether its values are
   * @param cardinality distinct values as the server estimates them; null if unknown
   */
  public record TableIndex(
      String table, String name, String columns, boolean unique, @Nullable Long cardinality) {}
}
