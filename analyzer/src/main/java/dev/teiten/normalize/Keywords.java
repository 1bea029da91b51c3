package dev.teiten.normalize;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The words that the rules look at. Only words that are reserved in the dialect have a role
 * wherever they stand: a role for a word that is also a good column name would tell {@code offset}
 * from {@code `offset`}.
 */
final class Keywords {
  /** An expression follows: a sign is unary there, and {@code ?} a placeholder. */
  static final int EXPRESSION = 1;

  /** No operand can begin with it. */
  static final int AFTER = 1 << 1;

  /** A parenthesis after it is no argument list. */
  static final int SPACED = 1 << 2;

  static final int VALUES = 1 << 3;
  static final int IN = 1 << 4;
  static final int LIMIT = 1 << 5;
  static final int OFFSET = 1 << 6;
  static final int NULL = 1 << 7;
  static final int BOOLEAN = 1 << 8;
  static final int IS = 1 << 9;
  static final int NOT = 1 << 10;
  static final int ASC = 1 << 11;
  static final int CHARSET = 1 << 12;
  static final int TYPE = 1 << 13;
  static final int ROW = 1 << 14;
  static final int ARRAY = 1 << 15;
  static final int SET = 1 << 16;

  /** One of several names of the same function, where a parenthesis follows. */
  static final int SAME_CALL = 1 << 17;

  /** One of several spellings of the same keyword. */
  static final int SAME_WORD = 1 << 18;

  /** Set on a token that was replaced by the spelling that stands for it. */
  static final int STANDS = 1 << 29;

  /** A table whose number was folded; its name ends in {@code ?}. */
  static final int SHARD = 1 << 19;

  static final int FROM = 1 << 20;

  /** A table's name follows. */
  static final int TABLE = 1 << 21;

  /** A table's name follows where a statement begins with it: UPDATE, but not FOR UPDATE. */
  static final int TABLE_VERB = 1 << 22;

  /** Ends a list of tables. */
  static final int CLAUSE = 1 << 23;

  /** A statement that may have a FROM begins, as against {@code extract(year from a)}. */
  static final int QUERY = 1 << 24;

  /** May stand between {@link #TABLE} and the name. */
  static final int MODIFIER = 1 << 25;

  static final int DISTINCT = 1 << 26;
  static final int EXPLAIN = 1 << 27;

  /** One of several spellings in SHOW and LOAD, and a good name for a column elsewhere. */
  static final int SAME_SHOWN = 1 << 28;

  /** After the table's name a parenthesis holds columns, no arguments. */
  static final int COLUMNS = 1 << 30;

  private static final int SIZE = 1024;
  private static final int LONGEST = 19;

  private static final Keywords MYSQL = mysql();
  private static final Keywords POSTGRESQL = postgresql();

  private final long[] hashes = new long[SIZE];
  private final int[] roles = new int[SIZE];
  private final @Nullable String[] canonical = new @Nullable String[SIZE];

  private Keywords() {}

  static Keywords of(Dialect dialect) {
    return dialect == Dialect.MYSQL ? MYSQL : POSTGRESQL;
  }

  /** The roles of a word, 0 for none; {@code hash} is the first lane over its lower-case bytes. */
  int roles(long hash, int length) {
    if (length > LONGEST) {
      return 0;
    }
    int slot = slot(hash);
    return hashes[slot] == hash ? roles[slot] : 0;
  }

  /** The spelling that stands for a word and its synonyms; only for words that have some. */
  String canonical(long hash) {
    return Objects.requireNonNull(canonical[slot(hash)]);
  }

  private int slot(long hash) {
    int slot = (int) (hash ^ (hash >>> 29) ^ (hash >>> 47)) & (SIZE - 1);
    while (hashes[slot] != 0 && hashes[slot] != hash) {
      slot = (slot + 1) & (SIZE - 1);
    }
    return slot;
  }

  private Keywords add(int role, String words) {
    for (String word : words.split(" ")) {
      put(role, word, null);
    }
    return this;
  }

  /** The first word stands for all of them. */
  private Keywords same(int role, String words) {
    String[] all = words.split(" ");
    put(0, all[0], all[0]);
    for (int i = 1; i < all.length; i++) {
      put(role, all[i], all[0]);
    }
    return this;
  }

  private void put(int role, String word, @Nullable String stands) {
    long hash = Hash128.first(word.toLowerCase(Locale.ROOT));
    int slot = slot(hash);
    hashes[slot] = hash;
    roles[slot] |= role;
    if (stands != null) {
      canonical[slot] = stands;
    }
  }

  private Keywords common() {
    return add(
            EXPRESSION | AFTER | SPACED,
            "where and or on having between like in is by when then else using from into set"
                + " as union except intersect")
        .add(EXPRESSION | SPACED, "select distinct all not case default call")
        .add(AFTER, "group order for end desc asc limit join inner left right cross natural")
        .add(SPACED, "order group join exists from as over update table key index lateral on")
        .add(EXPRESSION | AFTER | LIMIT, "limit")
        .add(EXPRESSION | VALUES, "values")
        .add(IN, "in")
        .add(NULL, "null")
        .add(BOOLEAN, "true false")
        .add(IS, "is")
        .add(NOT, "not")
        .add(SET, "set")
        .add(AFTER | ASC, "asc")
        .add(FROM, "from")
        .add(DISTINCT, "distinct distinctrow")
        .add(EXPLAIN, "explain analyze describe")
        .add(TABLE, "join straight_join into table tables references")
        .add(COLUMNS, "into table references")
        .add(TABLE_VERB, "update insert replace truncate")
        .add(CLAUSE, "where group order having limit set union select values window for returning")
        .add(QUERY, "select delete")
        .add(
            MODIFIER, "low_priority high_priority delayed ignore quick only if not exists lateral");
  }

  private static Keywords mysql() {
    return new Keywords()
        .common()
        .add(
            EXPRESSION | SPACED, "xor div mod rlike regexp interval kill return distinctrow binary")
        .add(AFTER | OFFSET, "offset")
        .add(VALUES, "value")
        .add(ROW, "row")
        .synonyms()
        .add(
            CHARSET,
            "_armscii8 _ascii _big5 _binary _cp1250 _cp1251 _cp1256 _cp1257 _cp850 _cp852 _cp866"
                + " _cp932 _dec8 _eucjpms _euckr _gb18030 _gb2312 _gbk _geostd8 _greek _hebrew _hp8"
                + " _keybcs2 _koi8r _koi8u _latin1 _latin2 _latin5 _latin7 _macce _macroman _sjis"
                + " _swe7 _tis620 _ucs2 _ujis _utf16 _utf16le _utf32 _utf8 _utf8mb3 _utf8mb4");
  }

  /**
   * The spellings that MySQL's own lexer takes as one, found by asking a server 9.7 for
   * STATEMENT_DIGEST_TEXT: its digests cannot be told apart by them.
   */
  private Keywords synonyms() {
    return same(SAME_CALL, "substring substr mid")
        .same(SAME_CALL, "stddev_pop stddev std")
        .same(SAME_CALL, "var_pop variance")
        .same(SAME_CALL, "any some")
        .same(SAME_WORD, "user system_user session_user")
        .same(SAME_WORD, "schema database")
        .same(SAME_WORD, "schemas databases")
        .same(SAME_WORD, "now current_timestamp localtime localtimestamp")
        .same(SAME_WORD, "curdate current_date")
        .same(SAME_WORD, "curtime current_time")
        .same(SAME_WORD, "explain describe")
        .same(SAME_WORD, "distinct distinctrow")
        .same(SAME_WORD, "regexp rlike")
        .same(SAME_SHOWN, "columns fields")
        .types()
        .units();
  }

  private Keywords types() {
    return same(SAME_WORD, "int integer int4")
        .same(SAME_WORD, "tinyint int1")
        .same(SAME_WORD, "smallint int2")
        .same(SAME_WORD, "mediumint middleint int3")
        .same(SAME_WORD, "bigint int8")
        .same(SAME_WORD, "decimal dec")
        .same(SAME_WORD, "float float4")
        .same(SAME_WORD, "double float8")
        .same(SAME_WORD, "char character")
        .same(SAME_WORD, "varchar varcharacter");
  }

  private Keywords units() {
    for (String unit : "microsecond second minute hour day week month quarter year".split(" ")) {
      same(SAME_WORD, unit + " sql_tsi_" + unit);
    }
    return this;
  }

  private static Keywords postgresql() {
    return new Keywords()
        .common()
        .add(EXPRESSION | SPACED, "ilike similar returning")
        .add(EXPRESSION | AFTER | OFFSET, "offset")
        .add(EXPRESSION | ARRAY, "array")
        .add(ROW, "row")
        .add(SPACED, "conflict")
        .add(TYPE, "date time timestamp timestamptz interval zone escape");
  }
}
