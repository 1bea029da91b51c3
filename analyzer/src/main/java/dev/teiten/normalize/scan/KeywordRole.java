package dev.teiten.normalize.scan;

/**
 * The roles of a word in the rules, as bits because the scanner reads them once a token. Only words
 * that are reserved in the dialect have a role in every place: a role for a word that is also a
 * good column name would tell {@code offset} from {@code `offset`}.
 */
public final class KeywordRole {
  /** An expression follows: a sign is unary there, and {@code ?} a placeholder. */
  public static final int EXPRESSION = 1;

  /** No operand can begin with it. */
  public static final int AFTER = 1 << 1;

  /** A parenthesis after it is no argument list. */
  public static final int SPACED = 1 << 2;

  public static final int VALUES = 1 << 3;
  public static final int IN = 1 << 4;
  public static final int LIMIT = 1 << 5;
  public static final int OFFSET = 1 << 6;
  public static final int NULL = 1 << 7;
  public static final int BOOLEAN = 1 << 8;
  public static final int IS = 1 << 9;
  public static final int NOT = 1 << 10;
  public static final int ASC = 1 << 11;
  public static final int CHARSET = 1 << 12;

  /** A literal follows it, so that {@code ?} is none of PostgreSQL's operators. */
  public static final int TYPE = 1 << 13;

  public static final int ROW = 1 << 14;
  public static final int ARRAY = 1 << 15;
  public static final int SET = 1 << 16;

  /** One of several names of the same function, where a parenthesis follows. */
  public static final int SAME_CALL = 1 << 17;

  /** One of several spellings of the same keyword. */
  public static final int SAME_WORD = 1 << 18;

  /** Set on a token that was replaced by the spelling that stands for it. */
  public static final int STANDS = 1 << 29;

  /** A table whose number was folded; its name ends in {@code ?}. */
  public static final int SHARD = 1 << 19;

  public static final int FROM = 1 << 20;

  /** A table's name follows. */
  public static final int TABLE = 1 << 21;

  /** A table's name follows where a statement begins with it: UPDATE, but not FOR UPDATE. */
  public static final int TABLE_VERB = 1 << 22;

  /** Ends a list of tables. */
  public static final int CLAUSE = 1 << 23;

  /** A statement that may have a FROM begins, as against {@code extract(year from a)}. */
  public static final int QUERY = 1 << 24;

  /** May stand between {@link #TABLE} and the name. */
  public static final int MODIFIER = 1 << 25;

  public static final int DISTINCT = 1 << 26;
  public static final int EXPLAIN = 1 << 27;

  /** One of several spellings in SHOW and LOAD, and a good name for a column elsewhere. */
  public static final int SAME_SHOWN = 1 << 28;

  /** After the table's name a parenthesis holds columns, no arguments. */
  public static final int COLUMNS = 1 << 30;

  /** The word after it is followed by a literal: FETCH FIRST ? ROWS ONLY. */
  static final int FETCH = 1 << 31;

  /** Roles that decide how the word itself is kept; the others are about its neighbours. */
  public static final int RULED = NULL | BOOLEAN | ASC | SAME_WORD | SAME_SHOWN;

  private KeywordRole() {}
}
