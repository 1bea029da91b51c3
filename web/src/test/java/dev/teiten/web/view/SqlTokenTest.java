package dev.teiten.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SqlTokenTest {

  @Test
  void losesNothingOfAStatementWhateverItHolds() {
    String alphabet = "SELECTfromWhere_ab19 \t\n?.,;()`'\"$=<>…漢";
    Random random = new Random(17);
    for (int round = 0; round < 2_000; round++) {
      StringBuilder statement = new StringBuilder();
      for (int i = random.nextInt(60); i > 0; i--) {
        statement.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertThat(join(statement.toString())).isEqualTo(statement.toString());
    }
  }

  @Test
  void tellsKeywordsPlaceholdersAndNamesApart() {
    assertThat(SqlToken.split("select `order` from t where id = ?"))
        .contains(
            new SqlToken("kw", "select"),
            new SqlToken("id", "`order`"),
            new SqlToken("id", "t"),
            new SqlToken("ph", "?"));
  }

  @Test
  void putsEachClauseAndConditionOnALineOfItsOwn() {
    assertThat(
            lines(
                "SELECT a, COUNT(*) FROM t LEFT JOIN u ON u.id = t.id WHERE x = ? AND y BETWEEN ?"
                    + " AND ? GROUP BY a LIMIT ?"))
        .isEqualTo(
            """
            SELECT a, COUNT(*)
            FROM t
            LEFT JOIN u ON u.id = t.id
            WHERE x = ?
              AND y BETWEEN ? AND ?
            GROUP BY a
            LIMIT ?""");
  }

  @Test
  void indentsASubqueryBelowItsCondition() {
    assertThat(lines("DELETE FROM t WHERE NOT EXISTS (SELECT ? FROM u WHERE u.id = t.id)"))
        .isEqualTo(
            """
            DELETE FROM t
            WHERE NOT EXISTS (
                SELECT ?
                FROM u
                WHERE u.id = t.id)""");
  }

  private static String join(String statement) {
    return SqlToken.split(statement).stream().map(SqlToken::text).collect(Collectors.joining());
  }

  private static String lines(String statement) {
    return SqlLayout.lines(statement).stream().map(SqlToken::text).collect(Collectors.joining());
  }
}
