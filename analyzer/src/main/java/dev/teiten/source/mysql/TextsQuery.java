package dev.teiten.source.mysql;

import dev.teiten.load.Engine;
import dev.teiten.load.StatementText;
import dev.teiten.source.DigestText;
import dev.teiten.source.StatementMask;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The texts of digests, with a running statement and the server's sample of each. Samples have
 * literals, so they pass the mask here, and only their findings are handed on.
 *
 * @see <a
 *     href="https://dev.mysql.com/doc/refman/8.4/en/performance-schema-statement-summary-tables.html">
 *     QUERY_SAMPLE_TEXT</a>
 */
final class TextsQuery {
  /** MySQL's mark at the end of a truncated text. */
  private static final String CUT = "...";

  private final StatementMask mask;
  private final Map<String, StatementText> texts = new HashMap<>();

  private TextsQuery(StatementMask mask) {
    this.mask = mask;
  }

  /** The query for a number of digests, which are its parameters, twice. */
  static String sql(int digests) {
    String marks = String.join(", ", Collections.nCopies(digests, "?"));
    return ("SELECT DIGEST, DIGEST_TEXT, SQL_TEXT FROM performance_schema.events_statements_current"
            + " WHERE DIGEST IN (%1$s) UNION SELECT DIGEST, DIGEST_TEXT, QUERY_SAMPLE_TEXT FROM"
            + " performance_schema.events_statements_summary_by_digest WHERE DIGEST IN (%1$s)")
        .formatted(marks);
  }

  static List<DigestText> read(ResultSet rows, StatementMask mask) throws SQLException {
    TextsQuery query = new TextsQuery(mask);
    while (rows.next()) {
      String text = rows.getString(2);
      if (text != null) {
        query.add(rows.getString(1), text, rows.getString(3));
      }
    }
    List<DigestText> texts = new ArrayList<>();
    query.texts.forEach((digest, text) -> texts.add(new DigestText(digest, text)));
    return texts;
  }

  private void add(String digest, String text, @Nullable String sample) {
    StatementText masked = mask.digest(text, !text.endsWith(CUT), Engine.MYSQL);
    if (sample != null && !sample.endsWith(CUT)) {
      StatementText seen = mask.sample(sample, true, Engine.MYSQL);
      masked = masked.with(new StatementText(masked.text(), masked.complete(), seen.findings()));
    }
    texts.merge(digest, masked, StatementText::with);
  }
}
