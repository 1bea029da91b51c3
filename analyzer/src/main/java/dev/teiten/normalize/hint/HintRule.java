package dev.teiten.normalize.hint;

import dev.teiten.load.Sentence;
import dev.teiten.normalize.scan.Dialect;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * The findings in a statement or its statistics, each with an advice and the page that explains it.
 */
public enum HintRule implements Sentence.Pattern {
  FUNCTION_ON_COLUMN(
      "A function or calculation around a column keeps the server from using an index on it.",
      help(HintAdvice.BARE_COLUMN, "create-index.html#create-index-functional-key-parts"),
      help(HintAdvice.BARE_COLUMN_POSTGRESQL, "indexes-expressional.html")),
  LEADING_WILDCARD(
      "A pattern that begins with a wildcard cannot use an ordered index and reads every row.",
      help(HintAdvice.SEARCH_BEGINNING, "index-btree-hash.html"),
      help(HintAdvice.SEARCH_BEGINNING_POSTGRESQL, "pgtrgm.html")),
  IMPLICIT_CROSS_JOIN(
      "No condition links this table to the others: every row is joined with every row.",
      help(HintAdvice.JOIN_CONDITION, "join.html"),
      help(HintAdvice.JOIN_CONDITION, "queries-table-expressions.html")),
  SELECT_STAR(
      "SELECT * of many tables, or of distinct rows, reads and sends columns that may not be needed.",
      help(HintAdvice.NAME_COLUMNS, "select-optimization.html"),
      help(HintAdvice.NAME_COLUMNS, "indexes-index-only-scans.html")),
  CORRELATED_SUBQUERY(
      "A subquery in the list of columns runs once for each row of the result.",
      help(HintAdvice.JOIN_ONCE, "correlated-subqueries.html"),
      help(HintAdvice.JOIN_ONCE, "sql-expressions.html#SQL-SYNTAX-SCALAR-SUBQUERIES")),
  SQL_CALC_FOUND_ROWS(
      "SQL_CALC_FOUND_ROWS computes every row of the result in spite of LIMIT.",
      help(HintAdvice.COUNT_APART, "information-functions.html#function_found-rows"),
      help(HintAdvice.COUNT_APART, "queries-limit.html")),
  ORDER_BY_RANDOM(
      "ORDER BY a random number computes and sorts it for every row.",
      help(HintAdvice.RANDOM_KEY, "mathematical-functions.html#function_rand"),
      help(HintAdvice.RANDOM_KEY_POSTGRESQL, "sql-select.html#SQL-FROM")),
  DEEP_OFFSET(
      "The rows before a deep OFFSET are read and thrown away.",
      help(HintAdvice.SEEK, "limit-optimization.html"),
      help(HintAdvice.SEEK, "queries-limit.html")),
  OFFSET(
      "It pages by OFFSET: the rows before each page are read and thrown away.",
      help(HintAdvice.LIMIT_PAGES, "limit-optimization.html"),
      help(HintAdvice.LIMIT_PAGES, "queries-limit.html")),
  OR_ACROSS_COLUMNS(
      "No single index serves OR between different columns.",
      help(HintAdvice.UNION_ALTERNATIVES, "index-merge-optimization.html"),
      help(HintAdvice.UNION_ALTERNATIVES, "indexes-bitmap-scans.html")),
  NOT_IN_SUBQUERY(
      "NOT IN with a subquery that returns a NULL is never true, and is hard to optimize.",
      help(HintAdvice.NOT_EXISTS, "subquery-optimization-with-exists.html"),
      help(HintAdvice.NOT_EXISTS, "functions-subquery.html")),
  MISSING_WHERE(
      "It changes every row of the table.",
      help(HintAdvice.CHECK_ROWS, "update.html"),
      help(HintAdvice.CHECK_ROWS, "sql-update.html")),
  HUGE_IN_LIST(
      "A long IN list costs planning for each element, and its plan may turn into a scan.",
      help(HintAdvice.JOIN_VALUES, "range-optimization.html#equality-range-optimization"),
      help(HintAdvice.ARRAY_VALUES, "functions-comparisons.html")),
  FILESORT(
      "The order is by an expression or over several tables, so no index can provide it.",
      help(HintAdvice.INDEXED_ORDER, "order-by-optimization.html"),
      help(HintAdvice.INDEXED_ORDER, "indexes-ordering.html")),
  TEMPORARY_TABLE(
      "Groups, distinct rows or an order that differ from each other are gathered before the first row is sent.",
      help(HintAdvice.SAME_ORDER, "internal-temporary-tables.html"),
      help(HintAdvice.SAME_ORDER, "queries-order.html")),
  IMPLICIT_CONVERSION(
      "The same column is compared with a string and with a number; one of them is converted.",
      help(HintAdvice.COLUMN_TYPE, "type-conversion.html"),
      help(HintAdvice.COLUMN_TYPE, "typeconv-oper.html")),
  ROWS_EXAMINED(
      "It reads far more rows than it sends.",
      help(HintAdvice.INDEX_CONDITIONS, "where-optimization.html"),
      help(HintAdvice.INDEX_CONDITIONS, "using-explain.html")),
  FULL_JOIN(
      "It joins without an index.",
      help(HintAdvice.INDEX_JOIN, "server-status-variables.html#statvar_Select_full_join"),
      help(HintAdvice.INDEX_JOIN, "using-explain.html")),
  FULL_SCAN(
      "It scans a whole table.",
      help(HintAdvice.EXPLAIN_SCAN, "server-status-variables.html#statvar_Select_scan"),
      help(HintAdvice.EXPLAIN_SCAN, "using-explain.html")),
  LOCK_TIME(
      "It waits for locks.",
      help(HintAdvice.SHORT_TRANSACTIONS, "innodb-locking.html"),
      help(HintAdvice.SHORT_TRANSACTIONS, "explicit-locking.html")),
  TMP_DISK_TABLE(
      "It writes temporary tables to disk.",
      help(HintAdvice.LESS_TO_SORT, "internal-temporary-tables.html"),
      help(HintAdvice.LESS_TO_SORT, "runtime-config-resource.html")),
  PAGES_READ(
      "It reads far more pages than it returns rows.",
      help(HintAdvice.INDEX_CONDITIONS, "where-optimization.html"),
      help(HintAdvice.INDEX_CONDITIONS, "using-explain.html")),
  TEMP_FILES(
      "Its sorts or hashes exceed work_mem and go to temporary files.",
      help(HintAdvice.LESS_TO_SORT, "internal-temporary-tables.html"),
      help(HintAdvice.MORE_WORK_MEM, "runtime-config-resource.html#GUC-WORK-MEM")),
  N_PLUS_ONE(
      "Very many calls read a single row each, as a loop over the rows of another query does.",
      help(HintAdvice.READ_TOGETHER, "select-optimization.html"),
      help(HintAdvice.READ_TOGETHER, "queries-table-expressions.html")),
  POLLING(
      "Its calls are constant day and night while the other queries follow the traffic: it polls.",
      help(HintAdvice.POLL_LESS, "innodb-locking-reads.html"),
      help(HintAdvice.POLL_LESS_POSTGRESQL, "sql-notify.html"));

  /** The rules whose finding a masked text cannot tell. */
  private static final Set<HintRule> ABOUT_LITERALS =
      EnumSet.of(
          LEADING_WILDCARD, DEEP_OFFSET, OFFSET, MISSING_WHERE, HUGE_IN_LIST, IMPLICIT_CONVERSION);

  private record Help(HintAdvice advice, String page) {}

  private final String message;
  private final Help mysql;
  private final Help postgresql;

  HintRule(String message, Help mysql, Help postgresql) {
    this.message = message;
    this.mysql = mysql;
    this.postgresql = postgresql;
  }

  private static Help help(HintAdvice advice, String page) {
    return new Help(advice, page);
  }

  @Override
  public String code() {
    return "hint." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String english() {
    return message;
  }

  /** Whether the finding depends on literals, so that a masked text cannot tell it. */
  public boolean isAboutLiterals() {
    return ABOUT_LITERALS.contains(this);
  }

  /**
   * @param place the evidence, without literals
   */
  public Hint at(Sentence place, Dialect dialect) {
    boolean isMysql = dialect == Dialect.MYSQL;
    Help help = isMysql ? mysql : postgresql;
    String manual =
        isMysql
            ? "https://dev.mysql.com/doc/refman/8.4/en/"
            : "https://www.postgresql.org/docs/current/";
    return new Hint(name(), of(), place, manual + help.page, help.advice.of());
  }
}
