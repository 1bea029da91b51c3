package dev.teiten.normalize.hint;

import dev.teiten.load.Sentence;
import dev.teiten.normalize.scan.Dialect;
import java.util.Locale;

/** The findings in a statement or its statistics, each with the page that explains it. */
public enum HintRule implements Sentence.Pattern {
  FUNCTION_ON_COLUMN(
      "A function or calculation around a column keeps the server from using an index on it.",
      "create-index.html#create-index-functional-key-parts",
      "indexes-expressional.html"),
  LEADING_WILDCARD(
      "A pattern that begins with a wildcard cannot use an index and reads every row.",
      "index-btree-hash.html",
      "indexes-types.html"),
  IMPLICIT_CROSS_JOIN(
      "No condition links this table to the others: every row is joined with every row.",
      "join.html",
      "queries-table-expressions.html"),
  SELECT_STAR(
      "SELECT * over a wide join reads and sends columns that may not be needed.",
      "select-optimization.html",
      "indexes-index-only-scans.html"),
  ORDER_BY_RANDOM(
      "ORDER BY a random number computes and sorts it for every row.",
      "mathematical-functions.html#function_rand",
      "functions-math.html"),
  DEEP_OFFSET(
      "The rows before a deep OFFSET are read and thrown away; seek by the last key instead.",
      "limit-optimization.html",
      "queries-limit.html"),
  OFFSET(
      "It pages by OFFSET: the rows before each page are read and thrown away.",
      "limit-optimization.html",
      "queries-limit.html"),
  OR_ACROSS_COLUMNS(
      "OR between different columns needs an index merge or a full scan.",
      "index-merge-optimization.html",
      "indexes-bitmap-scans.html"),
  NOT_IN_SUBQUERY(
      "NOT IN with a subquery that returns a NULL is never true, and is hard to optimize; use NOT EXISTS.",
      "subquery-optimization-with-exists.html",
      "functions-subquery.html"),
  MISSING_WHERE("It changes every row of the table.", "update.html", "sql-update.html"),
  HUGE_IN_LIST(
      "A long IN list costs planning for each element, and its plan may turn into a scan.",
      "range-optimization.html#equality-range-optimization",
      "functions-comparisons.html"),
  FILESORT(
      "The order is by an expression or over several tables, so no index can provide it.",
      "order-by-optimization.html",
      "indexes-ordering.html"),
  TEMPORARY_TABLE(
      "Grouping, distinct rows or an order that differ from each other need a temporary table.",
      "internal-temporary-tables.html",
      "runtime-config-resource.html"),
  IMPLICIT_CONVERSION(
      "The same column is compared with a string and with a number; one of them is converted.",
      "type-conversion.html",
      "typeconv-oper.html"),
  ROWS_EXAMINED(
      "It reads far more rows than it sends.", "where-optimization.html", "using-explain.html"),
  FULL_JOIN(
      "It joins without an index.",
      "server-status-variables.html#statvar_Select_full_join",
      "using-explain.html"),
  FULL_SCAN(
      "It scans a whole table.",
      "server-status-variables.html#statvar_Select_scan",
      "using-explain.html"),
  LOCK_TIME("It waits for locks.", "innodb-locking.html", "explicit-locking.html"),
  TMP_DISK_TABLE(
      "It writes temporary tables to disk.",
      "internal-temporary-tables.html",
      "runtime-config-resource.html");

  private final String message;
  private final String mysqlPage;
  private final String postgresqlPage;

  HintRule(String message, String mysqlPage, String postgresqlPage) {
    this.message = message;
    this.mysqlPage = mysqlPage;
    this.postgresqlPage = postgresqlPage;
  }

  @Override
  public String code() {
    return "hint." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String english() {
    return message;
  }

  /**
   * @param place the evidence, without literals
   */
  public Hint at(String place, Dialect dialect) {
    String manual =
        dialect == Dialect.MYSQL
            ? "https://dev.mysql.com/doc/refman/8.4/en/" + mysqlPage
            : "https://www.postgresql.org/docs/current/" + postgresqlPage;
    return new Hint(name(), message, place, manual);
  }
}
