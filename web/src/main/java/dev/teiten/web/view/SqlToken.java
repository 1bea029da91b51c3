package dev.teiten.web.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A piece of a normalized statement for highlighting. It has no influence on the fingerprint.
 *
 * @param css {@code kw}, {@code ph} (a placeholder), {@code el} (an omission), {@code pn}
 *     (punctuation), {@code id}, {@code str} or {@code ws}
 */
public record SqlToken(String css, String text) {

  // Characters that form operators such as >= and ->>.
  private static final String OPERATOR = "<>=!|&:-#~";

  private static final Set<String> KEYWORDS =
      Set.of(
          ("select from where and or not in is null like between exists join inner left right outer"
                  + " cross full straight_join on using as group by order having limit offset union"
                  + " all distinct insert into values update set delete replace with recursive case"
                  + " when then else end asc desc for share lock mode ignore force use index key"
                  + " duplicate returning partition over window rows range interval fetch next only"
                  + " call begin commit rollback start transaction show explain create table drop"
                  + " alter truncate true false collate binary div mod xor regexp rlike")
              .split(" "));

  /** Splits {@code statement} into pieces; their concatenation equals the statement. */
  public static List<SqlToken> split(String statement) {
    List<SqlToken> tokens = new ArrayList<>();
    int start = 0;
    while (start < statement.length()) {
      int end = end(statement, start);
      String text = statement.substring(start, end);
      tokens.add(new SqlToken(css(text), text));
      start = end;
    }
    return tokens;
  }

  boolean isKeyword(String... words) {
    return css.equals("kw") && List.of(words).contains(text.toUpperCase(Locale.ROOT));
  }

  private static String css(String text) {
    char first = text.charAt(0);
    if (Character.isWhitespace(first)) {
      return "ws";
    }
    if (first == '…') {
      return "el";
    }
    if (first == '?' || (first == '$' && text.length() > 1)) {
      return "ph";
    }
    if (first == '\'' || first == '"' || first == '`') {
      return first == '\'' ? "str" : "id";
    }
    if (!isWord(first)) {
      return "pn";
    }
    return KEYWORDS.contains(text.toLowerCase(Locale.ROOT)) ? "kw" : "id";
  }

  private static int end(String text, int start) {
    char first = text.charAt(start);
    if (first == '\'' || first == '"' || first == '`') {
      int close = text.indexOf(first, start + 1);
      return close < 0 ? text.length() : close + 1;
    }
    int end = start + 1;
    if (Character.isWhitespace(first)) {
      while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
        end++;
      }
    } else if (text.startsWith("?+", start)) {
      end++; // A list of placeholders, in the fingerprint's notation.
    } else if (OPERATOR.indexOf(first) >= 0) {
      while (end < text.length() && OPERATOR.indexOf(text.charAt(end)) >= 0) {
        end++;
      }
    } else if (isWord(first) || first == '$') {
      while (end < text.length() && isWord(text.charAt(end))) {
        end++;
      }
    }
    return end;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '@' || c == '.';
  }
}
