package dev.teiten.normalize.scan;

/** Which word has which roles, by dialect. */
final class KeywordLists {
  private KeywordLists() {}

  private static Keywords common(Keywords keywords) {
    return keywords
        .add(
            Role.EXPRESSION | Role.AFTER | Role.SPACED,
            "where and or on having between like in is by when then else using from into set"
                + " as union except intersect")
        .add(Role.EXPRESSION | Role.SPACED, "select distinct all not case default call")
        .add(Role.AFTER, "group order for end desc asc limit join inner left right cross natural")
        .add(Role.SPACED, "order group join exists from as over update table key index lateral on")
        .add(Role.EXPRESSION | Role.AFTER | Role.LIMIT, "limit")
        .add(Role.EXPRESSION | Role.VALUES, "values")
        .add(Role.IN, "in")
        .add(Role.NULL, "null")
        .add(Role.BOOLEAN, "true false")
        .add(Role.IS, "is")
        .add(Role.NOT, "not")
        .add(Role.SET, "set")
        .add(Role.AFTER | Role.ASC, "asc")
        .add(Role.FROM, "from")
        .add(Role.DISTINCT, "distinct distinctrow")
        .add(Role.EXPLAIN, "explain analyze describe")
        .add(Role.TABLE, "join straight_join into table tables references")
        .add(Role.COLUMNS, "into table references")
        .add(Role.TABLE_VERB, "update insert replace truncate")
        .add(
            Role.CLAUSE,
            "where group order having limit set union select values window for returning")
        .add(Role.QUERY, "select delete")
        .add(
            Role.MODIFIER,
            "low_priority high_priority delayed ignore quick only if not exists lateral");
  }

  static Keywords mysql(Keywords keywords) {
    synonyms(types(units(common(keywords))));
    return keywords
        .add(
            Role.EXPRESSION | Role.SPACED,
            "xor div mod rlike regexp interval kill return distinctrow binary")
        .add(Role.AFTER | Role.OFFSET, "offset")
        .add(Role.VALUES, "value")
        .add(Role.ROW, "row")
        .add(
            Role.CHARSET,
            "_armscii8 _ascii _big5 _binary _cp1250 _cp1251 _cp1256 _cp1257 _cp850 _cp852 _cp866"
                + " _cp932 _dec8 _eucjpms _euckr _gb18030 _gb2312 _gbk _geostd8 _greek _hebrew _hp8"
                + " _keybcs2 _koi8r _koi8u _latin1 _latin2 _latin5 _latin7 _macce _macroman _sjis"
                + " _swe7 _tis620 _ucs2 _ujis _utf16 _utf16le _utf32 _utf8 _utf8mb3 _utf8mb4");
  }

  /**
   * The spellings that MySQL's own lexer takes as one, found by asking a server 9.7 for
   * STATEMENT_DIGEST_TEXT: its digests cannot be told apart by them.
   */
  private static Keywords synonyms(Keywords keywords) {
    return keywords
        .same(Role.SAME_CALL, "substring substr mid")
        .same(Role.SAME_CALL, "stddev_pop stddev std")
        .same(Role.SAME_CALL, "var_pop variance")
        .same(Role.SAME_CALL, "any some")
        .same(Role.SAME_WORD, "user system_user session_user")
        .same(Role.SAME_WORD, "schema database")
        .same(Role.SAME_WORD, "schemas databases")
        .same(Role.SAME_WORD, "now current_timestamp localtime localtimestamp")
        .same(Role.SAME_WORD, "curdate current_date")
        .same(Role.SAME_WORD, "curtime current_time")
        .same(Role.SAME_WORD, "explain describe")
        .same(Role.SAME_WORD, "distinct distinctrow")
        .same(Role.SAME_WORD, "regexp rlike")
        .same(Role.SAME_SHOWN, "columns fields");
  }

  private static Keywords types(Keywords keywords) {
    return keywords
        .same(Role.SAME_WORD, "int integer int4")
        .same(Role.SAME_WORD, "tinyint int1")
        .same(Role.SAME_WORD, "smallint int2")
        .same(Role.SAME_WORD, "mediumint middleint int3")
        .same(Role.SAME_WORD, "bigint int8")
        .same(Role.SAME_WORD, "decimal dec")
        .same(Role.SAME_WORD, "float float4")
        .same(Role.SAME_WORD, "double float8")
        .same(Role.SAME_WORD, "char character")
        .same(Role.SAME_WORD, "varchar varcharacter");
  }

  private static Keywords units(Keywords keywords) {
    for (String unit : "microsecond second minute hour day week month quarter year".split(" ")) {
      keywords.same(Role.SAME_WORD, unit + " sql_tsi_" + unit);
    }
    return keywords;
  }

  static Keywords postgresql(Keywords keywords) {
    return common(keywords)
        .add(Role.EXPRESSION | Role.SPACED, "ilike similar returning")
        .add(Role.EXPRESSION | Role.AFTER | Role.OFFSET, "offset")
        .add(Role.EXPRESSION | Role.ARRAY, "array")
        .add(Role.ROW, "row")
        .add(Role.SPACED, "conflict")
        .add(Role.TYPE, "date time timestamp timestamptz interval zone escape do to fetch")
        .add(Role.FETCH, "fetch");
  }
}
