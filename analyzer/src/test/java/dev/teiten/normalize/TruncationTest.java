package dev.teiten.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.normalize.key.Fingerprint;
import dev.teiten.normalize.key.Fingerprinter;
import dev.teiten.normalize.key.LiteralMask;
import dev.teiten.normalize.key.TruncationResolver;
import dev.teiten.normalize.scan.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that a source cut, at any byte. */
@Tag("slow")
class TruncationTest {
  static Stream<StatementCase> cases() {
    return StatementCase.whole();
  }

  private static String cut(String text, int bytes) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return new String(Arrays.copyOf(utf8, bytes), StandardCharsets.UTF_8);
  }

  private static int length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void noCutLeaksALiteral(StatementCase c) {
    for (int bytes = 0; bytes < length(c.statement()); bytes++) {
      String text = cut(c.statement(), bytes);
      Fingerprint known = Fingerprinter.of(text, c.dialect(), true);
      Fingerprint seen = c.fingerprint(text);

      assertThat(known.truncated()).isTrue();
      assertThat(known.text()).doesNotContain("zq").doesNotContain("704").endsWith("~");
      assertThat(seen.text()).doesNotContain("zq").doesNotContain("704");
      assertThat(LiteralMask.mask(text, c.dialect())).doesNotContain("zq").doesNotContain("704");
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyCutBelongsToTheWholeStatement(StatementCase c) {
    Fingerprint whole = c.fingerprint(c.statement());
    TruncationResolver known = new TruncationResolver(c.dialect());
    known.add(whole);
    known.add(Fingerprinter.of("select entirely, other from things", c.dialect()));

    for (int bytes = 20; bytes < length(c.statement()); bytes++) {
      Fingerprint cut = Fingerprinter.of(cut(c.statement(), bytes), c.dialect(), true);
      assertThat(known.wholeOf(cut).map(Fingerprint::id))
          .as(cut.text())
          .isIn(Optional.of(whole.id()), tooShort(cut));
    }
  }

  // One word is no evidence.
  private static Optional<String> tooShort(Fingerprint cut) {
    return cut.text().split(" ").length <= 3 ? Optional.empty() : Optional.of("none");
  }

  @Test
  void aCutThatFitsTwoStatementsBelongsToNeither() {
    TruncationResolver known = new TruncationResolver(Dialect.MYSQL);
    known.add(Fingerprinter.of("select a from t where b = 1 and c = 2", Dialect.MYSQL));
    known.add(Fingerprinter.of("select a from t where b = 1 and d = 2", Dialect.MYSQL));

    Fingerprint ambiguous =
        Fingerprinter.of("select a from t where b = 1 and", Dialect.MYSQL, true);
    Fingerprint one = Fingerprinter.of("select a from t where b = 7 and c = ", Dialect.MYSQL, true);

    assertThat(known.wholeOf(ambiguous)).isEmpty();
    assertThat(known.wholeOf(one))
        .map(Fingerprint::text)
        .hasValue("select a from t where b = ? and c = ?");
  }

  @Test
  void aTextOfTheLengthThatPerformanceInsightsCutsAtIsSuspected() {
    String head = "SELECT amount FROM ledger WHERE note = '";
    for (int limit : new int[] {500, 1_024}) {
      String exact = head + "x".repeat(limit - head.length() - 1) + "'";
      String shorter = head + "x".repeat(limit - head.length() - 20) + "'";

      assertThat(Fingerprinter.of(exact, Dialect.MYSQL).truncated()).isTrue();
      assertThat(Fingerprinter.of(shorter, Dialect.MYSQL).truncated()).isFalse();
      // A suspicion is no reason to split a group.
      assertThat(Fingerprinter.of(exact, Dialect.MYSQL).id())
          .isEqualTo(Fingerprinter.of(shorter, Dialect.MYSQL).id());
    }
  }

  @Test
  void aTextCutInACharacterOfSeveralBytesIsSeenAsCut() {
    String text = cut("SELECT note FROM ledger WHERE prénom", 33);

    assertThat(Fingerprinter.of(text, Dialect.MYSQL).truncated()).isTrue();
    assertThat(Fingerprinter.of(text, Dialect.MYSQL).text())
        .isEqualTo("select note from ledger where ~");
  }

  @Test
  void aCutTextThatParsesAsAnotherStatementIsNotBelieved() {
    StatementNormalizer normalizer = new StatementNormalizer(Dialect.MYSQL);

    NormalizedStatement cut = normalizer.normalize("DELETE FROM ledger", true);

    assertThat(cut.parsed()).isFalse();
    assertThat(cut.hints()).isEmpty();
    assertThat(cut.truncated()).isTrue();
    assertThat(cut.verb()).isEqualTo("DELETE");
  }
}
