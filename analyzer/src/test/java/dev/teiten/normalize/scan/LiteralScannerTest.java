package dev.teiten.normalize.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.normalize.key.Fingerprinter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a number ends, and what is a name that looks like one. */
class LiteralScannerTest {
  private static String text(String statement, Dialect dialect) {
    return Fingerprinter.of(statement, dialect).text();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1_000", "0b2", "0o17", "0xfg", "7z_archive", "12345678_a"})
  void mysqlTakesItForAName(String name) {
    assertThat(text("select a from " + name + " where a = 7", Dialect.MYSQL))
        .isEqualTo("select a from " + name + " where a = ?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "12345678", "1234567890123456789", "12345678.5", "1.e3", "0b01"})
  void itIsANumberToBoth(String number) {
    for (Dialect dialect : Dialect.values()) {
      assertThat(text("select a from t where a = " + number, dialect))
          .isEqualTo("select a from t where a = ?");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"7041e", "7041e-", "%(zq", "%(zq)"})
  void aCutOneDoesNotLeak(String end) {
    assertThat(text("select a from t where a = " + end, Dialect.MYSQL))
        .doesNotContain("7041", "zq");
  }

  @ParameterizedTest
  @ValueSource(strings = {"$zq", "$zq$zq", "%(zq", "U&'zq"})
  void aCutOneIsSeenAsCut(String end) {
    assertThat(text("select a from t where a = " + end, Dialect.POSTGRESQL))
        .isEqualTo("select a from t where a = ? ~");
  }
}
