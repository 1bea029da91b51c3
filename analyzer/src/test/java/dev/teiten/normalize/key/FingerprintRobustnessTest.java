package dev.teiten.normalize.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.normalize.GroupingPropertyTest;
import dev.teiten.normalize.RepeatedParts;
import dev.teiten.normalize.StatementCase;
import dev.teiten.normalize.StatementMutations;
import dev.teiten.normalize.StatementNormalizer;
import dev.teiten.normalize.scan.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing throws and nothing hangs, whatever the text is. */
@Tag("slow")
class FingerprintRobustnessTest {
  private static final long SEED = 42;
  private static final String ALPHABET = "aZ_$09 '\"`\\.,;:()[]{}<>=!+-*/%&|^~#@?\n\0é漢";

  private static void survives(String text, Dialect dialect) {
    Fingerprint once = Fingerprinter.of(text, dialect);
    Fingerprint twice = Fingerprinter.of(once.text(), dialect);
    String masked = LiteralMask.mask(text, dialect);

    assertThat(twice.id()).as(text).isEqualTo(once.id());
    assertThat(twice.text()).as(text).isEqualTo(once.text());
    assertThat(LiteralMask.mask(masked, dialect)).as(text).isEqualTo(masked);
    assertThat(id(text, dialect, true)).as(text).isEqualTo(id(text, dialect, false));
    assertThat(Fingerprinter.of(masked, dialect).id()).as(text).isEqualTo(once.id());
    assertThat(Fingerprinter.of(text, dialect, true).truncated()).isTrue();
  }

  /** With or without the short way through lists and rows. */
  private static String id(String text, Dialect dialect, boolean lists) {
    StatementScanner scan = new StatementScanner(dialect, ShardFolding.OFF, lists);
    scan.read(StatementBytes.of(text, dialect), false, null);
    return scan.id();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void whatFuzzingFoundIsStable(Dialect dialect) {
    survives("\u007f\u007f\u007f\u007f\u0003\u0019\u0000", dialect);
    survives("p</e:::::d::::::::::: ::y", dialect);
    survives("select a from t where b = c and d ::::: e", dialect);
    survives("x 7~#", dialect);
    survives("\"\"\ufffd\ufffd#1", dialect);
    survives("select a from t where b\ufffd /* c */", dialect);
    survives("select f(_cHarset), ( _charset ), (`_charset`)", dialect);
    survives("select a where b in =(X'4D5A', 0X7041, *0b01)", dialect);
    survives("use a.1", dialect);
    survives("a ... <> b ... != c", dialect);
    survives("use a .1, ) b', n", dialect);
    survives("` a`.`b`H `c `d`/e/f?` = 'g' '7'", dialect);
    survives("execute s0 a(array[$1::te usingt, $4::text, $3 @ a, @b : :text])", dialect);
    survives("insert into t values (now(), 1 + b)", dialect);
    survives("$a from b limit 1, 2", dialect);
    survives("in(values(?,default)$(?,?))", dialect);
    survives("in(value(?,default)+(?,?))", dialect);
    survives("value(now, 7 % select)", dialect);
    survives("values(now, 7select)", dialect);
    survives("copy from stdiN;\\", dialect);
    survives("id in (704$, 7042, 70", dialect);
    survives("case when a() values(?, f(?)), (default, f(?)) when a", dialect);
    survives("in(7,,4", dialect);
    survives("in(??,?_,?,,0", dialect);
    survives("by 2 $", dialect);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void repeatedPartsHaveStableFingerprintsWhereverTheyAreCut(Dialect dialect) {
    RepeatedParts statements = new RepeatedParts(SEED);
    Random random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      String text = statements.next();
      survives(text, dialect);
      survives(text.substring(0, 1 + random.nextInt(text.length())), dialect);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void theShortWayThroughListsComesToTheSame(Dialect dialect) {
    StatementMutations mutations = new StatementMutations(dialect, SEED);
    Random random = new Random(SEED);
    for (String template : GroupingPropertyTest.TEMPLATES) {
      for (int i = 0; i < 100; i++) {
        String whole = mutations.same(template);
        String text = whole.substring(0, 1 + random.nextInt(whole.length()));
        assertThat(id(text, dialect, true)).as(text).isEqualTo(id(text, dialect, false));
      }
    }
  }

  /** Stored ids must mean the same tomorrow and on every machine. */
  @Test
  void idsOfOneVersionOfTheRulesNeverChange() {
    assertThat(Fingerprinter.of("SELECT a FROM t WHERE b IN (1, 'x')", Dialect.MYSQL).id())
        .isEqualTo("t3-93321f224b33800752af65314f12db57");
    assertThat(Fingerprinter.of("select \"Naïve_column\" from t", Dialect.POSTGRESQL).id())
        .isEqualTo("t3-bf97a703ff984b019b799c2e666a072e");
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void randomTextsHaveStableFingerprints(Dialect dialect) {
    Random random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(40);
      for (int j = 0; j < length; j++) {
        text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      }
      survives(text.toString(), dialect);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void damagedStatementsHaveStableFingerprints(Dialect dialect) {
    Random random = new Random(SEED);
    List<String> cases = StatementCase.all().map(StatementCase::statement).toList();
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(cases.get(random.nextInt(cases.size())));
      for (int changes = 1 + random.nextInt(3); changes > 0 && text.length() > 1; changes--) {
        int at = random.nextInt(text.length());
        char c = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
        switch (random.nextInt(4)) {
          case 0 -> text.deleteCharAt(at);
          case 1 -> text.insert(at, c);
          case 2 -> text.setLength(at);
          default -> text.setCharAt(at, c);
        }
      }
      survives(text.toString(), dialect);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void binaryIsEmpty(Dialect dialect) {
    byte[] bytes = new byte[4_096];
    new Random(SEED).nextBytes(bytes);
    String text = new String(bytes, StandardCharsets.ISO_8859_1).replace('\'', ' ');

    survives(new String(bytes, StandardCharsets.UTF_8), dialect);
    survives(new String(bytes, StandardCharsets.UTF_16), dialect);
    assertThat(Fingerprinter.of("\u0000\u0001\u0002\u0003\u0004\u0005", dialect).text())
        .isEqualTo("<empty>");
    assertThat(text).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void twentyMegabytesOfRowsBecomeOneRow(Dialect dialect) {
    String text =
        "INSERT INTO t (a, b) VALUES " + "(12345, 'abcdefgh'), ".repeat(1_000_000) + "(1, 'x')";

    Fingerprint fingerprint = Fingerprinter.of(text, dialect);

    assertThat(fingerprint.text()).isEqualTo("insert into t (a, b) values (?+)");
    assertThat(fingerprint.truncated()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void whatHasTooManyTokensCountsAsCut(Dialect dialect) {
    String text = "SELECT " + "a+b-".repeat(500_000) + "c";

    assertThat(Fingerprinter.of(text, dialect).truncated()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aHundredThousandParenthesesAreAStatement(Dialect dialect) {
    String deep = "SELECT " + "(".repeat(100_000) + "1" + ")".repeat(100_000);

    survives(deep, dialect);
    survives("(".repeat(100_000), dialect);
    survives(")".repeat(100_000), dialect);
    survives("/*".repeat(100_000), dialect);
    assertThat(new StatementNormalizer(dialect).normalize(deep).parsed()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void tablesOfLongNonsenseAreReadInOnePass(Dialect dialect) {
    String[] texts = {
      "DELETE " + "FROM ".repeat(200_000),
      "DELETE " + "FROM a ".repeat(100_000),
      "WITH " + "a AS (".repeat(60_000),
      "WITH a AS (" + "f(".repeat(100_000),
      "CREATE " + "ON ".repeat(200_000)
    };
    for (String text : texts) {
      assertThat(Fingerprinter.of(text, dialect).tables()).hasSizeLessThan(2);
    }
  }
}
