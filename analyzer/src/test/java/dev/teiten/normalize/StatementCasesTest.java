package dev.teiten.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.normalize.hint.Hint;
import dev.teiten.normalize.key.Fingerprint;
import dev.teiten.normalize.key.LiteralMask;
import dev.teiten.normalize.scan.Dialect;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every statement case, by what its file says. */
class StatementCasesTest {
  static Stream<StatementCase> cases() {
    return StatementCase.all();
  }

  @Test
  void thereAreAtLeastFourHundredCasesOverBothDialects() {
    assertThat(StatementCase.all().count()).isGreaterThanOrEqualTo(400);
    assertThat(StatementCase.mysql().count()).isGreaterThanOrEqualTo(200);
    assertThat(StatementCase.all().count() - StatementCase.mysql().count())
        .isGreaterThanOrEqualTo(150);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void printsAsExpected(StatementCase c) {
    Fingerprint fingerprint = c.fingerprint(c.statement());

    assertThat(fingerprint.text()).isEqualTo(c.expected());
    assertThat(fingerprint.verb()).isEqualTo(c.verb());
    assertThat(fingerprint.tables()).isEqualTo(c.tables());
    assertThat(fingerprint.truncated()).isEqualTo(c.truncated());
    assertThat(fingerprint.tags()).isEqualTo(c.tags());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void groupsWhatIsTheSameAndNothingElse(StatementCase c) {
    String id = c.fingerprint(c.statement()).id();

    assertThat(c.same()).allSatisfy(same -> assertThat(c.fingerprint(same).id()).isEqualTo(id));
    assertThat(c.different())
        .allSatisfy(other -> assertThat(c.fingerprint(other).id()).isNotEqualTo(id));
  }

  static Stream<StatementCase> hinted() {
    return StatementCase.all().filter(c -> c.hints() != null);
  }

  @ParameterizedTest
  @MethodSource("hinted")
  void earnsTheHintsAndNoOthers(StatementCase c) {
    List<Hint> hints = new StatementNormalizer(c.dialect()).normalize(c.statement()).hints();

    assertThat(hints.stream().map(Hint::code).distinct())
        .containsExactlyInAnyOrderElementsOf(c.hints());
    assertThat(hints)
        .allSatisfy(
            hint -> {
              assertThat(hint.place().text()).isNotBlank().doesNotContain("zq", "70");
              assertThat(hint.advice().text()).isNotBlank();
              assertThat(hint.manual())
                  .startsWith(
                      c.dialect() == Dialect.MYSQL
                          ? "https://dev.mysql.com/"
                          : "https://www.postgresql.org/");
            });
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theFingerprintOfThePrintIsTheSame(StatementCase c) {
    Fingerprint once = c.fingerprint(c.statement());
    Fingerprint twice = c.fingerprint(once.text());

    assertThat(twice.id()).isEqualTo(once.id());
    assertThat(twice.text()).isEqualTo(once.text());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theMaskHasNoLiteralAndTheSameFingerprint(StatementCase c) {
    String masked = LiteralMask.mask(c.statement(), c.dialect());

    assertThat(masked).doesNotContain("zq").doesNotContain("70");
    assertThat(c.fingerprint(masked).id()).isEqualTo(c.fingerprint(c.statement()).id());
    assertThat(c.fingerprint(masked).tags()).isEqualTo(c.tags());
    assertThat(LiteralMask.mask(masked, c.dialect())).isEqualTo(masked);
  }
}
