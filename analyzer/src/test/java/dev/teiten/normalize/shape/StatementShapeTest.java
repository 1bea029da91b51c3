package dev.teiten.normalize.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.normalize.NormalizedStatement;
import dev.teiten.normalize.StatementNormalizer;
import dev.teiten.normalize.hint.Hint;
import dev.teiten.normalize.hint.StatisticsHints;
import dev.teiten.normalize.key.Fingerprinter;
import dev.teiten.normalize.scan.Dialect;
import dev.teiten.normalize.shape.StatementShape.Clause;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The parser's findings, and those that must not be believed. */
class StatementShapeTest {
  private final StatementNormalizer mysql = new StatementNormalizer(Dialect.MYSQL);
  private final StatementNormalizer postgresql = new StatementNormalizer(Dialect.POSTGRESQL);

  private StatementShape shape(String statement) {
    return mysql.shape(statement).orElseThrow();
  }

  private List<String> codes(String statement) {
    return mysql.normalize(statement).hints().stream().map(Hint::code).distinct().toList();
  }

  @Test
  void columnsAreFoundByClauseWithTheirTables() {
    StatementShape shape =
        shape(
            "SELECT m.email, COUNT(*) FROM shop.members m JOIN visits v ON v.member_no = m.member_no"
                + " WHERE m.age > 7 GROUP BY m.email ORDER BY m.email");

    assertThat(shape.tables()).containsExactly("shop.members", "visits");
    assertThat(shape.columns().get(Clause.WHERE)).containsExactly("shop.members.age");
    assertThat(shape.columns().get(Clause.JOIN))
        .containsExactly("visits.member_no", "shop.members.member_no");
    assertThat(shape.columns().get(Clause.GROUP_BY)).containsExactly("shop.members.email");
    assertThat(shape.columns().get(Clause.ORDER_BY)).containsExactly("shop.members.email");
    assertThat(shape.joins()).isEqualTo(1);
    assertThat(shape.subqueries()).isZero();
  }

  @Test
  void statementsThatDifferInAliasesAndParenthesesAreOneFamily() {
    String one =
        "SELECT m.email AS e FROM members AS m INNER JOIN visits v ON (v.no = m.no)"
            + " WHERE ((m.age > 7) AND (v.pages = 1)) ORDER BY m.no ASC";
    String two =
        "select a.email from members a join visits b on b.no = a.no"
            + " where a.age > 8 and b.pages = 2 order by a.no";
    String other =
        "select a.email from members a join visits b on b.no = a.no"
            + " where a.age > 8 or b.pages = 2 order by a.no";

    assertThat(mysql.normalize(one).id()).isNotEqualTo(mysql.normalize(two).id());
    assertThat(mysql.normalize(one).family()).isEqualTo(mysql.normalize(two).family());
    assertThat(mysql.normalize(one).family()).isNotEqualTo(mysql.normalize(other).family());
  }

  @Test
  void parenthesesThatMatterStay() {
    assertThat(shape("select a from t where (a = 1 or b = 2) and c = 3").canonical())
        .contains("(a = ? or b = ?) and c = ?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT a FROM t WHERE d > NOW() - INTERVAL 7041 DAY",
        "SELECT a FROM t WHERE MATCH (b) AGAINST ('zq' IN BOOLEAN MODE)",
        "SELECT a->>'$.zq' FROM t WHERE j->'$.zq' = 'zq' AND b = 'zq' 'zq'",
        "SELECT a FROM t WHERE b = _utf8mb4'zq' COLLATE utf8mb4_bin",
        "SHOW VARIABLES LIKE 'zq'",
        "SELECT /*+ MAX_EXECUTION_TIME(7041) */ a FROM t WHERE b = 0b0111041",
        "SELECT a FROM t WHERE b = \"zq\" AND c = 'zq\\'zq' -- zq"
      })
  void noLiteralSurvivesInTheCanonicalForm(String statement) {
    assertThat(shape(statement).canonical()).doesNotContain("zq").doesNotContain("704");
  }

  @Test
  void dollarQuotesDoNotSurviveInPostgresql() {
    String statement = "SELECT a FROM t WHERE b = $q$zq$q$ AND c = E'zq\\'zq'";

    assertThat(postgresql.shape(statement).orElseThrow().canonical())
        .isEqualTo("select a from t t1 where b = ? and c = ?");
  }

  @Test
  void blankLinesAndCommentsDoNotEndAStatement() {
    StatementShape shape = shape("select a\n\n\n\nfrom t # one\n\n\n/* two */\n\nwhere b = 1");

    assertThat(shape.tables()).containsExactly("t");
    assertThat(shape.columns().get(Clause.WHERE)).containsExactly("t.b");
  }

  @Test
  void aSecondStatementIsNotDropped() {
    assertThat(shape("select a from t; delete from u where b = 1").tables())
        .containsExactly("t", "u");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT `a` FROM `t` WHERE `b` IN (...) AND `c` = ? LIMIT ?, ...",
        "INSERT INTO `t` (`a`, `b`) VALUES (...) /* , ... */",
        "SELECT a FROM t WHERE b = @v",
        "SELECT a FROM t WHERE b = 1 LOCK IN SHARE MODE"
      })
  void whatTheParserAloneCannotReadIsRewrittenForIt(String statement) {
    assertThat(mysql.normalize(statement).parsed()).isTrue();
    assertThat(mysql.normalize(statement).tables()).containsExactly("t");
  }

  @ParameterizedTest
  @ValueSource(strings = {"LOCK TABLES t READ", "START TRANSACTION", "no sql at all", "", "((("})
  void whatItCannotParseKeepsItsFingerprint(String statement) {
    NormalizedStatement normalized = mysql.normalize(statement);

    assertThat(normalized.parsed()).isFalse();
    assertThat(normalized.family()).isEqualTo(normalized.id());
    assertThat(normalized.id()).isEqualTo(Fingerprinter.of(statement, Dialect.MYSQL).id());
  }

  @Test
  void longChainsDoNotOverflowTheStack() {
    String chain = "select a from t where b = 1" + " or b = 1".repeat(3_000);

    assertThat(mysql.normalize(chain).tables()).containsExactly("t");
    assertThat(mysql.normalize("select " + "(".repeat(1_000) + 1 + ")".repeat(1_000)).parsed())
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "FUNCTION_ON_COLUMN | select a from t where date(b) = '2026-01-01'",
        "FUNCTION_ON_COLUMN | select a from t where b + 1 = 5",
        "FUNCTION_ON_COLUMN | select a from t where lower(b) like 'foo%'",
        "FUNCTION_ON_COLUMN | select a from t where json_extract(b, '$.c') = 'x'",
        "LEADING_WILDCARD | select a from t where b like '%x'",
        "LEADING_WILDCARD | select a from t where b like concat('%', 'x', '%')",
        "LEADING_WILDCARD | select a from t where b like concat('%', ?)",
        "IMPLICIT_CROSS_JOIN | select t.a from t, u where t.b = 1",
        "SELECT_STAR | select * from t join u on u.a = t.a join v on v.a = t.a",
        "ORDER_BY_RANDOM | select a from t order by rand() limit 1",
        "DEEP_OFFSET | select a from t limit 10 offset 50000",
        "OFFSET | select a from t limit ?, ?",
        "OR_ACROSS_COLUMNS | select a from t where b = 1 or c = 2",
        "OR_ACROSS_COLUMNS | select a from t where (b = 1 and d = 2) or (c = 2 and e = 3)",
        "OR_ACROSS_COLUMNS | select t.a from t join u on u.id = t.b or u.id = t.c",
        "NOT_IN_SUBQUERY | select a from t where b not in (select c from u)",
        "MISSING_WHERE | update t set a = 1",
        "MISSING_WHERE | delete from t",
        "MISSING_WHERE | delete from t where 1 = 1",
        "MISSING_WHERE | update t set a = 1 where true",
        "FILESORT | select a from t order by lower(b)",
        "TEMPORARY_TABLE | select a, count(*) from t group by a order by b",
        "TEMPORARY_TABLE | select a from t union select a from u",
        "IMPLICIT_CONVERSION | select a from t where b = '1' or b = 1"
      })
  void hintsComeWithTheirEvidence(String code, String statement) {
    List<Hint> hints = mysql.normalize(statement).hints();

    assertThat(hints).extracting(Hint::code).containsExactly(code);
    assertThat(hints.get(0).place().text()).isNotBlank().doesNotContain("2026");
    assertThat(hints.get(0).manual()).startsWith("https://dev.mysql.com/doc/refman/8.4/en/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select a from t where b = date('2026-01-01') and c like 'x%' and d in (1, 2)",
        "select t.a from t, u where t.b = u.b",
        "select a from t cross join u",
        "select * from t where a = 1",
        "select a from t limit 10 offset 5",
        "select a from t where b = 1 or b = 2",
        "select a from t where b not in (select c from u where c is not null)",
        "update t set a = 1 where b = 2",
        "select a, count(*) from t group by a order by a",
        "select a from t union all select a from u"
      })
  void noHintWithoutEvidence(String statement) {
    assertThat(codes(statement)).isEmpty();
  }

  @Test
  void aHugeListIsSeenInTheRawTextOnly() {
    assertThat(codes("select a from t where b in (1" + ", 2".repeat(200) + ")"))
        .containsExactly("HUGE_IN_LIST");
    assertThat(codes("select a from t where b in (1, 2, 3)")).isEmpty();
    assertThat(codes("select a from t where b in (...)")).isEmpty();
  }

  @Test
  void statisticsGiveHintsOnlyWhereTheyAreKnown() {
    assertThat(StatisticsHints.fromStatistics(400.0, null, 1.0, 0.25, null, Dialect.MYSQL))
        .extracting(Hint::code)
        .containsExactly("ROWS_EXAMINED", "FULL_SCAN", "LOCK_TIME");
    assertThat(StatisticsHints.fromStatistics(null, null, null, null, null, Dialect.MYSQL))
        .isEmpty();
    assertThat(StatisticsHints.fromStatistics(2.0, 0.0, 0.0, 0.0, 0.0, Dialect.MYSQL)).isEmpty();
  }
}
