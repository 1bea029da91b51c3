package dev.teiten.normalize.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.normalize.scan.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ids that the version before gave, taken from that version. */
class FormerIdTest {
  private static String formerId(String text, Dialect dialect, ShardFolding shards) {
    return new Fingerprinter(dialect, shards).formerId(text, false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT a FROM t WHERE b IN (1, 'x') | t2-93321f224b33800752af65314f12db57",
        "SELECT id FROM visits WHERE day IN (DATE ?, DATE ?) | t2-0f689d16a77a28a0f6288f5fc6d0f65b",
        "insert into t (a, b) values (1, default) | t2-cacdd9ce2e24d50aeb91090ddf51d883",
        "savepoint s140_x2 | t2-beff89f2259f515baa57d85a467f47c5",
        "select id from orders order by placed_at, total desc limit 7042 offset 7041"
            + " | t2-6c19719746e4f6d843634490f047047a"
      })
  void mysql(String statement, String id) {
    assertThat(formerId(statement, Dialect.MYSQL, ShardFolding.OFF)).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "select a from t where b = 1 | t2-26b1f164542e42153856aebf5d63b030",
        "select a, b from t order by 2 | t2-487409f5e87e8f3121e25e46944b8ced",
        "CLOSE \"c1\" | t2-543bac017dd857f231b8708989d432ec"
      })
  void postgresql(String statement, String id) {
    assertThat(formerId(statement, Dialect.POSTGRESQL, ShardFolding.OFF)).isEqualTo(id);
  }

  @Test
  void aQueryWhoseRulesDidNotChangeHasTheSameHashUnderBothVersions() {
    String statement = "select a from t where b = 7041";
    String id = Fingerprinter.of(statement, Dialect.MYSQL).id();

    assertThat(formerId(statement, Dialect.MYSQL, ShardFolding.OFF))
        .isEqualTo(id.replace(Fingerprint.VERSION, Fingerprint.FORMER_VERSION));
  }
}
