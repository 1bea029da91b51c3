package dev.teiten.normalize.scan;

/** The keywords of each dialect with their roles. */
public final class KeywordLists {
  private static final KeywordTable MYSQL = mysql(new KeywordTable());
  private static final KeywordTable POSTGRESQL = postgresql(new KeywordTable());

  private KeywordLists() {}

  public static KeywordTable of(Dialect dialect) {
    return dialect == Dialect.MYSQL ? MYSQL : POSTGRESQL;
  }

  private static KeywordTable common(KeywordTable keywords) {
    return keywords
        .add(
            KeywordRole.EXPRESSION | KeywordRole.AFTER | KeywordRole.SPACED,
            "where and or on having between like in is by when then else using from into set"
                + " as union except intersect")
        .add(
            KeywordRole.EXPRESSION | KeywordRole.SPACED,
            "select distinct all not case default call")
        .add(
            KeywordRole.AFTER,
            "group order for end desc asc limit join inner left right cross natural")
        .add(
            KeywordRole.SPACED,
            "order group join exists from as over update table key index lateral on")
        .add(KeywordRole.EXPRESSION | KeywordRole.AFTER | KeywordRole.LIMIT, "limit")
        .add(KeywordRole.EXPRESSION | KeywordRole.VALUES, "values")
        .same(KeywordRole.SAME_WORD, "offset")
        .add(KeywordRole.IN, "in")
        .add(KeywordRole.NULL, "null")
        .add(KeywordRole.BOOLEAN, "true false")
        .add(KeywordRole.IS, "is")
        .add(KeywordRole.NOT, "not")
        .add(KeywordRole.SET, "set")
        .add(KeywordRole.AFTER | KeywordRole.ASC, "asc")
        .add(KeywordRole.FROM, "from")
        .add(KeywordRole.DISTINCT, "distinct distinctrow")
        .add(KeywordRole.EXPLAIN, "explain analyze describe")
        .add(KeywordRole.TABLE, "join straight_join into table tables references")
        .add(KeywordRole.COLUMNS, "into table references")
        .add(KeywordRole.TABLE_VERB, "update insert replace truncate")
        .add(
            KeywordRole.CLAUSE,
            "where group order having limit set union select values window for returning")
        .add(KeywordRole.QUERY, "select delete")
        .add(
            KeywordRole.MODIFIER,
            "low_priority high_priority delayed ignore quick only if not exists lateral");
  }

  private static KeywordTable mysql(KeywordTable keywords) {
    synonyms(types(units(common(keywords))));
    return keywords
        .add(
            KeywordRole.EXPRESSION | KeywordRole.SPACED,
            "xor div mod rlike regexp interval kill return distinctrow binary")
        .add(KeywordRole.AFTER | KeywordRole.OFFSET, "offset")
        .add(KeywordRole.VALUES, "value")
        .add(KeywordRole.ROW, "row")
        .add(
            KeywordRole.CHARSET,
            "_armscii8 _ascii _big5 _binary _cp1250 _cp1251 _cp1256 _cp1257 _cp850 _cp852 _cp866"
                + " _cp932 _dec8 _eucjpms _euckr _gb18030 _gb2312 _gbk _geostd8 _greek _hebrew _hp8"
                + " _keybcs2 _koi8r _koi8u _latin1 _latin2 _latin5 _latin7 _macce _macroman _sjis"
                + " _swe7 _tis620 _ucs2 _ujis _utf16 _utf16le _utf32 _utf8 _utf8mb3 _utf8mb4");
  }

  /**
   * Spellings that MySQL's lexer maps to one token, so that its digests cannot tell them apart.
   * Found by asking a server 9.7 for STATEMENT_DIGEST_TEXT.
   */
  private static KeywordTable synonyms(KeywordTable keywords) {
    return keywords
        .same(KeywordRole.SAME_CALL, "substring substr mid")
        .same(KeywordRole.SAME_CALL, "stddev_pop stddev std")
        .same(KeywordRole.SAME_CALL, "var_pop variance")
        .same(KeywordRole.SAME_CALL, "any some")
        .same(KeywordRole.SAME_WORD, "user system_user session_user")
        .same(KeywordRole.SAME_WORD, "schema database")
        .same(KeywordRole.SAME_WORD, "schemas databases")
        .same(KeywordRole.SAME_WORD, "now current_timestamp localtime localtimestamp")
        .same(KeywordRole.SAME_WORD, "curdate current_date")
        .same(KeywordRole.SAME_WORD, "curtime current_time")
        .same(KeywordRole.SAME_WORD, "explain describe")
        .same(KeywordRole.SAME_WORD, "distinct distinctrow")
        .same(KeywordRole.SAME_WORD, "regexp rlike")
        .same(KeywordRole.SAME_SHOWN, "columns fields");
  }

  private static KeywordTable types(KeywordTable keywords) {
    return keywords
        .same(KeywordRole.SAME_WORD, "int integer int4")
        .same(KeywordRole.SAME_WORD, "tinyint int1")
        .same(KeywordRole.SAME_WORD, "smallint int2")
        .same(KeywordRole.SAME_WORD, "mediumint middleint int3")
        .same(KeywordRole.SAME_WORD, "bigint int8")
        .same(KeywordRole.SAME_WORD, "decimal dec")
        .same(KeywordRole.SAME_WORD, "float float4")
        .same(KeywordRole.SAME_WORD, "double float8")
        .same(KeywordRole.SAME_WORD, "char character")
        .same(KeywordRole.SAME_WORD, "varchar varcharacter");
  }

  private static KeywordTable units(KeywordTable keywords) {
    for (String unit : "microsecond second minute hour day week month quarter year".split(" ")) {
      keywords.same(KeywordRole.SAME_WORD, unit + " sql_tsi_" + unit);
    }
    return keywords;
  }

  private static KeywordTable postgresql(KeywordTable keywords) {
    return common(keywords)
        .add(KeywordRole.EXPRESSION | KeywordRole.SPACED, "ilike similar returning")
        .add(KeywordRole.EXPRESSION | KeywordRole.AFTER | KeywordRole.OFFSET, "offset")
        .add(KeywordRole.EXPRESSION | KeywordRole.ARRAY, "array")
        .add(KeywordRole.ROW, "row")
        .add(KeywordRole.SPACED, "conflict")
        .add(KeywordRole.TYPE, "date time timestamp timestamptz interval zone escape do to fetch")
        .add(KeywordRole.FETCH, "fetch");
  }
}
