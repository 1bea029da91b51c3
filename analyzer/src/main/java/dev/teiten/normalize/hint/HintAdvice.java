package dev.teiten.normalize.hint;

import dev.teiten.load.Sentence;
import java.util.Locale;

/** A change to try for each hint; some databases offer another one. */
public enum HintAdvice implements Sentence.Pattern {
  BARE_COLUMN(
      "Compare the bare column with a computed value, or index the expression by a functional key part or a generated column."),
  BARE_COLUMN_POSTGRESQL(
      "Compare the bare column with a computed value, or add an index on the expression."),
  SEARCH_BEGINNING("Search from the beginning of the value, or use a full-text index."),
  SEARCH_BEGINNING_POSTGRESQL(
      "Search from the beginning of the value, or add a GIN index with pg_trgm."),
  JOIN_CONDITION("Add the missing join condition, or write CROSS JOIN if every pair is meant."),
  NAME_COLUMNS("Name the columns that the application uses."),
  JOIN_ONCE("Join the grouped rows once, or make sure that an index serves each run."),
  COUNT_APART(
      "Count by a query of its own and less often, or ask for one row more than a page to see whether another follows."),
  RANDOM_KEY("Draw random key values in the application, and read their rows."),
  RANDOM_KEY_POSTGRESQL("Use TABLESAMPLE, or draw random key values in the application."),
  SEEK("Continue after the last key of the page before, instead of counting rows."),
  LIMIT_PAGES(
      "See how deep the pages go; continue deep ones after the last key of the page before."),
  UNION_ALTERNATIVES("Write a SELECT for each alternative, each with its index, and UNION them."),
  NOT_EXISTS("Write NOT EXISTS with a condition on the outer row."),
  CHECK_ROWS("Check that every row is meant, and change many rows in batches by key."),
  JOIN_VALUES("Join with a table of the values, or send shorter lists."),
  ARRAY_VALUES("Send the values as one array, as in = ANY($1)."),
  INDEXED_ORDER("Order by columns of one table, in the order of an index."),
  SAME_ORDER(
      "Group and order by the same columns, and write UNION ALL where no row can occur twice."),
  COLUMN_TYPE("Send values in the type of the column."),
  INDEX_CONDITIONS("Add an index on the columns of the conditions, those of equality first."),
  INDEX_JOIN("Add an index on the join column of the table that is read for each row."),
  EXPLAIN_SCAN("Read its plan by EXPLAIN, and add an index on the columns of the conditions."),
  SHORT_TRANSACTIONS("Keep transactions short, and change rows in one order everywhere."),
  LESS_TO_SORT("Select fewer and shorter columns, or let an index provide groups and order."),
  MORE_WORK_MEM(
      "Select fewer columns and rows, or let an index provide the order; or raise work_mem for the sessions of this query."),
  READ_TOGETHER("Read the rows of a request together, by a join or one list of keys."),
  POLL_LESS("Poll less often, or let the writer notify the reader."),
  POLL_LESS_POSTGRESQL("Poll less often, or wait by LISTEN for a NOTIFY of the writer.");

  private final String english;

  HintAdvice(String english) {
    this.english = english;
  }

  @Override
  public String code() {
    return "advice." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String english() {
    return english;
  }
}
