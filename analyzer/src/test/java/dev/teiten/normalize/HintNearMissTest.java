package dev.teiten.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.normalize.scan.Dialect;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements that nearly earn a hint, and earn none. */
class HintNearMissTest {
  private final StatementNormalizer mysql = new StatementNormalizer(Dialect.MYSQL);
  private final StatementNormalizer postgresql = new StatementNormalizer(Dialect.POSTGRESQL);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select lower(b) from t where a = lower('x') and d > now() - interval 7 day",
        "update t set a = lower(a) where b = 1",
        "select a from t where b like 'x%' or b like 'y%'",
        "select a from t where match(b) against ('%x')",
        "select t.a from t, u where t.b = u.b",
        "select t.a from t cross join u",
        "select t.a from t natural join u",
        "select t.* from t join u on u.a = t.a join v on v.a = t.a",
        "select * from t join u on u.a = t.a",
        "select rand() from t order by a",
        "select a from t order by b limit 50000",
        "select a from t order by b limit 10 offset 50",
        "select a from t where b is null or b = 7",
        "select a from t where b not in (select c from u where c is not null)",
        "select a from t where b not in (1, 2)",
        "update t set a = 1 where b = 2",
        "update t join u on u.a = t.a set t.b = 1",
        "delete from t order by a limit 7",
        "delete t from t join u on u.a = t.a",
        "select t.a from t join u on u.a = t.a order by t.b, t.c",
        "select a, b, count(*) from t group by a, b order by a",
        "select distinct a, b from t order by b",
        "select a from t union all select a from u",
        "select a from t where b in ('1', '2') and c = 1",
        "select a, count(*) c from t group by a order by null",
        "select t.a from t group by a order by t.a",
        "select t.a from t join u on u.b = t.b and t.c > date_add(u.c, interval 1 day)",
        "select a from t where b like concat('x', '%')",
        "select a from t where (b = 1 and c = 2) or (b = 2 and d = 3)"
      })
  void mysqlHasNoHint(String statement) {
    NormalizedStatement normalized = mysql.normalize(statement);

    assertThat(normalized.parsed()).isTrue();
    assertThat(normalized.hints()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update t set a = u.b from u where u.c = t.c",
        "update t set a = u.b from u",
        "delete from t using u where u.a = t.a",
        "select a from t where b = 'x'::uuid",
        "select a from t where b ilike 'x%'",
        "select a from t order by b fetch first 50000 rows only"
      })
  void postgresqlHasNoHint(String statement) {
    NormalizedStatement normalized = postgresql.normalize(statement);

    assertThat(normalized.parsed()).isTrue();
    assertThat(normalized.hints()).isEmpty();
  }
}
