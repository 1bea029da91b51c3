package dev.teiten.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.load.Engine;
import dev.teiten.load.LiteralFinding;
import dev.teiten.load.StatementText;
import dev.teiten.normalize.hint.Hint;
import dev.teiten.normalize.key.LiteralMask;
import dev.teiten.normalize.scan.Dialect;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A masked statement with its findings has the hints of the statement as it was given. */
class LiteralFindingsTest {
  private final LiteralFindings findings = new LiteralFindings();

  static Stream<StatementCase> parsed() {
    return StatementCase.whole()
        .filter(c -> normalizer(c.dialect()).normalize(c.statement()).parsed());
  }

  private static StatementNormalizer normalizer(Dialect dialect) {
    return new StatementNormalizer(dialect);
  }

  private static Engine engine(Dialect dialect) {
    return dialect == Dialect.MYSQL ? Engine.MYSQL : Engine.AURORA_POSTGRESQL;
  }

  private static Set<String> codes(NormalizedStatement statement) {
    return new TreeSet<>(statement.hints().stream().map(Hint::code).toList());
  }

  @ParameterizedTest
  @MethodSource("parsed")
  void theArchivedTextHasTheHintsOfTheGivenOne(StatementCase c) {
    StatementNormalizer normalizer = normalizer(c.dialect());
    StatementText archived = findings.sample(c.statement(), true, engine(c.dialect()));

    assertThat(archived.text()).doesNotContain("zq").doesNotContain("70");
    assertThat(String.valueOf(archived.findings())).doesNotContain("zq").doesNotContain("70");
    NormalizedStatement given = normalizer.normalize(c.statement());
    if (normalizer.normalize(archived).parsed()) {
      assertThat(codes(normalizer.normalize(archived))).isEqualTo(codes(given));
    }
  }

  /** Only then the collector need not ask for the statement itself. */
  @ParameterizedTest
  @MethodSource("parsed")
  void aTextThatHidesNoFindingHasTheHintsOfTheGivenOne(StatementCase c) {
    StatementNormalizer normalizer = normalizer(c.dialect());
    String masked = LiteralMask.mask(c.statement(), c.dialect());
    StatementText archived = findings.digest(masked, true, engine(c.dialect()));

    if (archived.findings() != null && normalizer.normalize(archived).parsed()) {
      assertThat(codes(normalizer.normalize(archived)))
          .isEqualTo(codes(normalizer.normalize(c.statement())));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "LEADING_WILDCARD | select a from t where b like '%zq' | SELECT `a` FROM `t` WHERE `b` LIKE ?",
        "DEEP_OFFSET | select a from t limit 20 offset 70400 | SELECT `a` FROM `t` LIMIT ? OFFSET ?",
        "IMPLICIT_CONVERSION | select a from t where b in ('zq', 70) | SELECT `a` FROM `t` WHERE `b` IN (...)",
        "MISSING_WHERE | delete from t where 70 = 70 | DELETE FROM `t` WHERE ? = ?"
      })
  void whatALiteralTellsIsKeptWithoutIt(String code, String statement, String digest) {
    StatementText masked = findings.digest(digest, true, Engine.MYSQL);
    assertThat(masked.findings()).isNull();

    StatementText seen = masked.with(findings.sample(statement, true, Engine.MYSQL));
    assertThat(seen.text()).isEqualTo(digest);
    assertThat(seen.findings()).extracting(LiteralFinding::code).containsExactly(code);
    assertThat(Objects.requireNonNull(seen.findings()).get(0).place())
        .isNotBlank()
        .doesNotContain("zq")
        .doesNotContain("70");
    assertThat(codes(normalizer(Dialect.MYSQL).normalize(seen))).containsExactly(code);
  }

  @Test
  void theStatementsOfADigestAddTheirFindings() {
    StatementText shallow =
        findings.sample("select a from t where b like 'x' limit 9 offset 20", true, Engine.MYSQL);
    StatementText deep =
        findings.sample("select a from t where b like '%' limit 9 offset 9999", true, Engine.MYSQL);

    assertThat(shallow.findings()).isEmpty();
    assertThat(shallow.with(deep).findings())
        .extracting(LiteralFinding::code)
        .containsExactly("DEEP_OFFSET", "LEADING_WILDCARD");
    assertThat(deep.with(shallow)).isEqualTo(shallow.with(deep));
  }

  @Test
  void aCutTextAndOneThatNoParserReadsHaveNoneButAreNotAskedForAgain() {
    assertThat(findings.sample("select a from t where b like '%x", false, Engine.MYSQL).findings())
        .isNull();
    assertThat(findings.sample("no sql at all", true, Engine.MYSQL).findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"DELETE FROM `t`", "DELETE FROM `t` WHERE TRUE", "UPDATE `t` SET `a` = ?"})
  void aDigestThatHidesNothingTellsItsFindings(String digest) {
    StatementText text = findings.digest(digest, true, Engine.MYSQL);

    assertThat(text.findings()).extracting(LiteralFinding::code).containsExactly("MISSING_WHERE");
    assertThat(codes(normalizer(Dialect.MYSQL).normalize(text))).containsExactly("MISSING_WHERE");
  }

  @Test
  void aCodeOfANewerVersionIsLeftOut() {
    StatementText text =
        new StatementText(
            "select a from t where b like ?",
            true,
            List.of(
                new LiteralFinding("FROM_THE_FUTURE", "?"),
                new LiteralFinding("LEADING_WILDCARD", "b like ?")));

    assertThat(codes(normalizer(Dialect.POSTGRESQL).normalize(text)))
        .containsExactly("LEADING_WILDCARD");
  }
}
