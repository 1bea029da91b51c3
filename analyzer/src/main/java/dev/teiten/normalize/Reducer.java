package dev.teiten.normalize;

/** The rules: what a token does to the tokens before it. */
final class Reducer {
  final Tokens tokens = new Tokens();

  /** Whether the text was cut; final after {@link #finish}. */
  boolean truncated;

  private final Lexer lexer;
  private final Groups groups = new Groups();
  private final Keywords keywords;

  Reducer(Lexer lexer) {
    this.lexer = lexer;
    this.keywords = Keywords.of(lexer.dialect);
  }

  /** Takes every token but comments. */
  void accept(int kind) {
    switch (kind) {
      case Kind.WORD -> word();
      case Kind.QUOTED -> name(kind);
      case Kind.LITERAL -> literal(false);
      case Kind.LITERALS -> literal(true);
      case Kind.OPEN -> open();
      case Kind.CLOSE -> close();
      case Kind.CLOSE_BRACKET -> closeBracket();
      case Kind.SEMICOLON -> semicolon();
      case Kind.USER_VARIABLE -> userVariable();
      case Kind.ELLIPSIS -> ellipsis();
      case Kind.CUT -> truncated = true;
      default -> tokens.add(kind, lexer);
    }
  }

  private int last() {
    return tokens.size - 1;
  }

  private void word() {
    int roles = lexer.roles;
    boolean drop = (roles & Keywords.ASC) != 0 && tokens.size > 0;
    if (drop) {
      return;
    }
    boolean value = (roles & Keywords.NULL) != 0 && isNullValue();
    if (value || ((roles & Keywords.BOOLEAN) != 0 && isBooleanValue())) {
      literal(false);
    } else {
      name(Kind.WORD);
    }
  }

  private boolean isNullValue() {
    int last = last();
    if (last < 0) {
      return false;
    }
    return switch (tokens.kind[last]) {
      case Kind.OPERATOR, Kind.OPEN, Kind.OPEN_BRACKET, Kind.COMMA -> true;
      case Kind.WORD ->
          tokens.has(last, Keywords.NOT)
              ? !tokens.isOperand(last - 1) && !tokens.has(last - 1, Keywords.IS)
              : tokens.has(last, Keywords.EXPRESSION)
                  && !tokens.has(last, Keywords.IS | Keywords.SET);
      default -> false;
    };
  }

  private boolean isBooleanValue() {
    int last = last();
    boolean negated = tokens.has(last, Keywords.NOT) && tokens.has(last - 1, Keywords.IS);
    return !negated && !tokens.has(last, Keywords.IS) && !tokens.is(last, Kind.DOT);
  }

  private void name(int kind) {
    boolean database = tokens.size == 1 && lexer.dialect == Dialect.MYSQL && isWord(0, "use");
    if (database) {
      literal(false);
      return;
    }
    tokens.add(kind, lexer);
    int roles = lexer.roles;
    boolean shown = (roles & Keywords.SAME_SHOWN) != 0 && (isWord(0, "show") || isWord(0, "load"));
    if (shown || (roles & Keywords.SAME_WORD) != 0) {
      replaceSynonym(last());
    }
  }

  private void replaceSynonym(int at) {
    String stands = keywords.canonical(tokens.hash1[at]);
    tokens.hash1[at] = Hash128.first(stands);
    tokens.hash2[at] = Hash128.second(stands);
    tokens.roles[at] |= Keywords.STANDS;
  }

  private boolean isWord(int at, String word) {
    return tokens.is(at, Kind.WORD) && tokens.hash1[at] == Hash128.first(word);
  }

  private void literal(boolean list) {
    if (tokens.has(last(), Keywords.CHARSET)) {
      tokens.size--;
    }
    dropSigns();
    boolean many = list;
    if (tokens.isLiteral(last())) {
      // 'a' 'b' is one string.
      many |= tokens.is(last(), Kind.LITERALS);
      tokens.size--;
    } else if (tokens.is(last(), Kind.COMMA) && tokens.isLiteral(last() - 1)) {
      tokens.size -= 2;
      many = true;
    } else if (tokens.is(last(), Kind.COMMA) && tokens.is(last() - 1, Kind.USER_VARIABLE)) {
      // MySQL's digest of f(@a, 1) is that of f(@a, 1, 2).
      many = true;
    }
    if (limit()) {
      many = false;
    }
    tokens.add(many ? Kind.LITERALS : Kind.LITERAL, lexer);
  }

  private void dropSigns() {
    while (isSign(last()) && !tokens.isOperand(last() - 1)) {
      tokens.size--;
    }
  }

  private boolean isSign(int at) {
    if (!tokens.is(at, Kind.OPERATOR) || tokens.end[at] != tokens.start[at] + 1) {
      return false;
    }
    byte sign = lexer.text[tokens.start[at]];
    return sign == '-' || sign == '+';
  }

  /** LIMIT 5, LIMIT 5, 10, LIMIT 10 OFFSET 5 and OFFSET 5 LIMIT 10 all end as LIMIT ?. */
  private boolean limit() {
    int last = last();
    boolean offset = tokens.has(last, Keywords.OFFSET) && tokens.isLiteral(last - 1);
    if (offset && tokens.has(last - 2, Keywords.LIMIT)) {
      tokens.size -= 2;
      return true;
    }
    if (!tokens.has(last, Keywords.LIMIT)) {
      return false;
    }
    if (tokens.isLiteral(last - 1) && tokens.has(last - 2, Keywords.OFFSET)) {
      int first = last - 2;
      tokens.kind[first] = tokens.kind[last];
      tokens.start[first] = tokens.start[last];
      tokens.end[first] = tokens.end[last];
      tokens.hash1[first] = tokens.hash1[last];
      tokens.hash2[first] = tokens.hash2[last];
      tokens.roles[first] = tokens.roles[last];
      tokens.size = first + 1;
    }
    return true;
  }

  private void open() {
    int last = last();
    if (tokens.has(last, Keywords.SAME_CALL)) {
      replaceSynonym(last);
    }
    groups.open(tokens);
    tokens.add(Kind.OPEN, lexer);
  }

  private void close() {
    tokens.add(Kind.CLOSE, lexer);
    groups.close(tokens);
  }

  // ARRAY[1] is a list as IN (1) is.
  private void closeBracket() {
    int last = last();
    boolean array = tokens.is(last - 1, Kind.OPEN_BRACKET) && tokens.has(last - 2, Keywords.ARRAY);
    if (array && tokens.is(last, Kind.LITERAL)) {
      tokens.kind[last] = Kind.LITERALS;
    }
    tokens.add(Kind.CLOSE_BRACKET, lexer);
  }

  private void semicolon() {
    if (tokens.size > 0 && !tokens.is(last(), Kind.SEMICOLON)) {
      tokens.add(Kind.SEMICOLON, lexer);
    }
  }

  private void userVariable() {
    boolean using = tokens.is(last(), Kind.COMMA) && tokens.is(last() - 1, Kind.USER_VARIABLE);
    if (using && isWord(0, "execute")) {
      tokens.size -= 2;
    }
    tokens.add(Kind.USER_VARIABLE, lexer);
  }

  private void ellipsis() {
    int before = last() - 1;
    boolean list =
        tokens.is(last(), Kind.COMMA)
            && (tokens.isLiteral(before) || tokens.is(before, Kind.USER_VARIABLE));
    boolean end = Bytes.skipSpace(lexer.text, lexer.end) == lexer.text.length;
    if (end && !list && !tokens.is(last(), Kind.OPEN)) {
      truncated = true;
    } else {
      literal(true);
    }
  }

  /** After the last token. */
  void finish(boolean knownTruncated) {
    if (tokens.is(last(), Kind.SEMICOLON)) {
      tokens.size--;
    }
    Cut cut = new Cut(lexer, tokens, groups);
    truncated |= knownTruncated || lexer.cut || groups.depth > 0;
    truncated |= cut.isMark(last()) || Cut.isCharacterCut(lexer.text);
    if (truncated) {
      cut.drop();
    }
  }
}
