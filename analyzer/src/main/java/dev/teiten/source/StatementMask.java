package dev.teiten.source;

import dev.teiten.load.Engine;
import dev.teiten.load.StatementText;

/**
 * Makes texts of statements safe to keep: literals go, and findings about them stay. Every text
 * passes it before it leaves a source.
 */
public interface StatementMask {

  /**
   * A text in which the database has masked the literals already. Its findings are null if a masked
   * literal could be another finding.
   *
   * @param complete false where the source cut it
   */
  StatementText digest(String text, boolean complete, Engine engine);

  /**
   * The id of the query that a text as the application sent it belongs to: literals do not matter.
   *
   * @param complete false where the source cut it
   */
  String id(String text, boolean complete, Engine engine);

  /**
   * A text as the application sent it, with literals. Its findings are null only if it was cut.
   *
   * @param complete false where the source cut it
   */
  StatementText sample(String text, boolean complete, Engine engine);
}
