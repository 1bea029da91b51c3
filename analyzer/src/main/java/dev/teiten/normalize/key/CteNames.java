package dev.teiten.normalize.key;

import dev.teiten.normalize.scan.NameHash;
import dev.teiten.normalize.scan.TokenKind;
import dev.teiten.normalize.scan.TokenList;
import java.util.HashMap;
import java.util.Map;

/**
 * The names that WITH defines. After its body a name is no table; in its body it is one, because
 * {@code with a as (select * from a)} reads the table a. With RECURSIVE it never is.
 */
final class CteNames {
  private static final long WITH = NameHash.first("with");
  private static final long RECURSIVE = NameHash.first("recursive");
  private static final long AS = NameHash.first("as");
  private static final long NOT = NameHash.first("not");
  private static final long MATERIALIZED = NameHash.first("materialized");

  private final TokenList tokens;
  private final Map<String, Integer> from = new HashMap<>();

  CteNames(TokenList tokens, TokenPrinter printer) {
    this.tokens = tokens;
    int at = 0;
    while (at < tokens.size && !tokens.isWord(at, WITH)) {
      at++;
    }
    if (at < tokens.size) {
      read(at, closings(), printer);
    }
  }

  private void read(int with, int[] closings, TokenPrinter printer) {
    boolean recursive = false;
    for (int i = with; i < tokens.size; i++) {
      if (tokens.isWord(i, WITH)) {
        recursive = tokens.isWord(i + 1, RECURSIVE);
      } else if (tokens.isName(i)) {
        int body = bodyAfter(i, closings);
        if (body > 0) {
          from.putIfAbsent(printer.name(i), recursive ? 0 : closings[body]);
        }
      }
    }
  }

  /** Whether a name without a schema is one that WITH defined before this place. */
  boolean isDefined(String name, int at) {
    return at >= from.getOrDefault(name, Integer.MAX_VALUE);
  }

  /** The last parenthesis of {@code [(columns)] AS [[NOT] MATERIALIZED] (}, or 0. */
  private int bodyAfter(int name, int[] closings) {
    int i = name + 1;
    if (tokens.is(i, TokenKind.OPEN)) {
      i = closings[i] + 1;
    }
    if (!tokens.isWord(i, AS)) {
      return 0;
    }
    i++;
    while (tokens.isWord(i, NOT) || tokens.isWord(i, MATERIALIZED)) {
      i++;
    }
    return tokens.is(i, TokenKind.OPEN) ? i : 0;
  }

  /** The place where the parenthesis at each place closes. */
  private int[] closings() {
    int[] closings = new int[tokens.size];
    int[] open = new int[tokens.size];
    int depth = 0;
    for (int i = 0; i < tokens.size; i++) {
      closings[i] = tokens.size;
      if (tokens.is(i, TokenKind.OPEN)) {
        open[depth++] = i;
      } else if (tokens.is(i, TokenKind.CLOSE) && depth > 0) {
        closings[open[--depth]] = i;
      }
    }
    return closings;
  }
}
