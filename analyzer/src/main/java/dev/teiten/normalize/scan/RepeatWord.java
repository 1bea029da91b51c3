package dev.teiten.normalize.scan;

/** The words that bound what a statement may repeat: operands, branches and queries. */
public final class RepeatWord {
  public static final int AND = 1;
  public static final int OR = 1 << 1;

  /** Its AND joins no conditions. */
  public static final int BETWEEN = 1 << 2;

  public static final int CASE = 1 << 3;
  public static final int WHEN = 1 << 4;
  public static final int END = 1 << 5;
  public static final int UNION = 1 << 6;

  /** May stand between UNION and the next query. */
  public static final int UNION_KIND = 1 << 7;

  public static final int SELECT = 1 << 8;

  /** No operand of AND or OR goes beyond it. */
  public static final int BOUNDARY = 1 << 9;

  /** The name of a function where a parenthesis follows: {@code left(a, 1)}. */
  public static final int FUNCTION = 1 << 10;

  /** Belongs to the whole of a UNION, not to its last query. */
  public static final int TAIL = 1 << 11;

  /** Ends the branches of a CASE. */
  public static final int ELSE = 1 << 12;

  private static final KeywordTable WORDS = words(new KeywordTable());

  private RepeatWord() {}

  private static KeywordTable words(KeywordTable words) {
    return words
        .add(AND, "and")
        .add(OR, "or")
        .add(BETWEEN, "between")
        .add(CASE, "case")
        .add(WHEN | BOUNDARY, "when")
        .add(END, "end")
        .add(ELSE, "else")
        .add(UNION | BOUNDARY, "union")
        .add(UNION_KIND, "all distinct")
        .add(SELECT | BOUNDARY, "select")
        .add(
            BOUNDARY,
            "where on having then else from group by set using returning window as asc desc join"
                + " inner cross natural straight_join except intersect xor call")
        .add(BOUNDARY | FUNCTION, "left right values value insert replace")
        .add(TAIL | BOUNDARY, "order limit offset for into");
  }

  /**
   * The roles of a word, 0 for none.
   *
   * @param hash of the word
   * @param keywordRoles its roles as a keyword
   */
  public static int of(long hash, int keywordRoles) {
    // Every word of the table is a keyword with a role, in both dialects.
    return keywordRoles == 0 ? 0 : WORDS.roles(hash);
  }
}
