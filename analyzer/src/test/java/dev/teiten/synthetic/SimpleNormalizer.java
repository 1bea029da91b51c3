package dev.teiten.synthetic;

import dev.teiten.load.StatementText;
import dev.teiten.normalize.NormalizedStatement;
import dev.teiten.normalize.scan.Dialect;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Normalizes the simple statements of synthetic clusters: statements that differ only in case and
 * blanks are one query.
 */
public final class SimpleNormalizer {
  private static final Pattern TABLE = Pattern.compile("(?:from|into|update) (\\w+)");

  private SimpleNormalizer() {}

  public static Function<StatementText, NormalizedStatement> of(Dialect dialect) {
    return text -> read(dialect + " " + text.text().trim().toLowerCase(Locale.ROOT), text);
  }

  public static String fingerprint(String text) {
    return "t1-"
        + Integer.toHexString(("MYSQL " + text.trim().toLowerCase(Locale.ROOT)).hashCode());
  }

  private static NormalizedStatement read(String key, StatementText text) {
    String lower = text.text().trim().toLowerCase(Locale.ROOT);
    Matcher table = TABLE.matcher(lower);
    return new NormalizedStatement(
        "t1-" + Integer.toHexString(key.hashCode()),
        text.text().trim(),
        lower.split(" ", 2)[0].toUpperCase(Locale.ROOT),
        table.find() ? List.of(table.group(1)) : List.of(),
        true,
        !text.complete(),
        Map.of(),
        "f-" + lower,
        List.of());
  }
}
