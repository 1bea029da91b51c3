package dev.teiten.normalize;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import dev.teiten.normalize.key.Fingerprint;
import dev.teiten.normalize.key.Fingerprinter;
import dev.teiten.normalize.key.LiteralMask;
import dev.teiten.normalize.key.ShardFolding;
import dev.teiten.normalize.key.StatementBytes;
import dev.teiten.normalize.key.StatementScanner;
import dev.teiten.normalize.scan.Dialect;
import dev.teiten.normalize.shape.ParserTextWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The properties of every text, for which Jazzer searches a counterexample: {@code
 * .ci/fuzz-fingerprint} runs it.
 */
public final class StatementFuzz {
  private static final String SECRET = "Zq7Secret";
  private static final StatementScanner[] SHORT = scans(true);
  private static final StatementScanner[] LONG = scans(false);

  private static final Fingerprinter[] REMEMBERING =
      Arrays.stream(Dialect.values())
          .map(dialect -> new Fingerprinter(dialect, ShardFolding.OFF))
          .toArray(Fingerprinter[]::new);

  private StatementFuzz() {}

  private static StatementScanner[] scans(boolean lists) {
    return Arrays.stream(Dialect.values())
        .map(dialect -> new StatementScanner(dialect, ShardFolding.OFF, lists))
        .toArray(StatementScanner[]::new);
  }

  /** Jazzer calls this. */
  public static void fuzzerTestOneInput(FuzzedDataProvider data) {
    Dialect dialect = data.consumeBoolean() ? Dialect.MYSQL : Dialect.POSTGRESQL;
    if (data.consumeBoolean()) {
      String text = data.consumeRemainingAsString();
      holds(text, dialect);
    } else {
      int cut = data.consumeInt(0, 4_096);
      boolean list = data.consumeBoolean();
      String inside = data.consumeString(200);
      keepsTheSecret(inside, data.consumeRemainingAsString(), list, cut, dialect);
    }
  }

  private static void holds(String text, Dialect dialect) {
    Fingerprint once = Fingerprinter.of(text, dialect);
    Fingerprint twice = Fingerprinter.of(once.text(), dialect);
    same("id of print", once.id(), twice.id(), text);
    same("print of print", once.text(), twice.text(), text);
    String mask = LiteralMask.mask(text, dialect);
    same("mask", once.id(), Fingerprinter.of(mask, dialect).id(), text);
    same("mask of mask", mask, LiteralMask.mask(mask, dialect), text);
    byte[] bytes = StatementBytes.of(text, dialect);
    same("short way", id(LONG, bytes, dialect), id(SHORT, bytes, dialect), text);
    Fingerprint remembered = REMEMBERING[dialect.ordinal()].fingerprint(text, false);
    same("remembered", once.toString(), remembered.toString(), text);
    Fingerprint known = Fingerprinter.of(text, dialect, true);
    if (!known.truncated() || !known.text().endsWith("~")) {
      throw new AssertionError("not marked as cut: " + text);
    }
    ParserTextWriter.write(text, dialect);
  }

  private static String id(StatementScanner[] scans, byte[] text, Dialect dialect) {
    StatementScanner scan = scans[dialect.ordinal()];
    scan.read(text, false, null);
    return scan.id();
  }

  /** Whatever stands around a secret in a string or in a comment, and wherever the text is cut. */
  private static void keepsTheSecret(
      String inside, String after, boolean list, int cut, Dialect dialect) {
    String literal = escaped(inside, dialect) + SECRET + escaped(inside, dialect);
    String before = list ? "select a from t where b in ('a', " : "select a from t where b = ";
    String text = before + "'" + literal + "'" + (list ? ")" : " and c = d ") + after;
    String quiet = text.substring(0, before.length() + literal.length() + 2);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int most = quiet.getBytes(StandardCharsets.UTF_8).length;
    byte[] part = Arrays.copyOf(bytes, Math.min(most, cut));
    String shortened = new String(part, StandardCharsets.UTF_8);
    for (String one : new String[] {quiet, shortened}) {
      silent(Fingerprinter.of(one, dialect).text(), one);
      silent(Fingerprinter.of(one, dialect, true).text(), one);
      silent(LiteralMask.mask(one, dialect), one);
      silent(ParserTextWriter.write(one, dialect).text(), one);
    }
    holds(text, dialect);
  }

  private static String escaped(String inside, Dialect dialect) {
    String doubled = inside.replace("'", "''");
    return dialect == Dialect.MYSQL ? doubled.replace("\\", "\\\\") : doubled;
  }

  private static void silent(String output, String text) {
    if (output.toLowerCase(java.util.Locale.ROOT).contains("zq7")) {
      throw new AssertionError("leaks: " + output + " of " + text);
    }
  }

  private static void same(String what, String one, String other, String text) {
    if (!one.equals(other)) {
      throw new AssertionError(what + " differs for: " + text);
    }
  }
}
