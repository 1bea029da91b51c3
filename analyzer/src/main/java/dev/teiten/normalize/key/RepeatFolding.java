package dev.teiten.normalize.key;

import dev.teiten.normalize.key.RepeatLevel.Kind;
import dev.teiten.normalize.scan.RepeatWord;
import dev.teiten.normalize.scan.TokenKind;
import dev.teiten.normalize.scan.TokenList;

/**
 * Folds what a statement repeats: elements of lists and of arguments, operands of AND and OR,
 * branches of WHEN and of UNION, rows, and statements. One pass over tokens that the rules reduced.
 */
final class RepeatFolding {
  /** Room for the marks of a list, which may have more tokens than the list had. */
  private static final int ROOM = 16;

  /** More passes than any text needs that is not made to need them. */
  private static final int MOST_PASSES = 50;

  private final TokenList tokens;
  private final RepeatLevels levels;

  /** The next token to read; the tokens before {@code tokens.size} are folded. */
  private int next;

  /** Where the tokens to read end. */
  private int limit;

  RepeatFolding(TokenList tokens) {
    this.tokens = tokens;
    this.levels = new RepeatLevels(tokens);
  }

  /** Folds the tokens of a text in place. */
  void fold(boolean truncated) {
    for (int passes = 0; passes < MOST_PASSES; passes++) {
      int size = tokens.size;
      boolean dropped = pass(truncated);
      // The end of a text that was cut may repeat in its turn.
      if (!levels.joined() && (!dropped || tokens.size == size)) {
        return;
      }
    }
  }

  /** Whether the end of the text was dropped. */
  private boolean pass(boolean truncated) {
    limit = tokens.size;
    tokens.size = 0;
    levels.reset();
    for (next = 0; next < limit; next++) {
      token();
    }
    if (!truncated && !levels.isNested()) {
      levels.end();
      return false;
    }
    int size = tokens.size;
    levels.dropParts();
    return tokens.size < size;
  }

  private RepeatLevel level() {
    return levels.current();
  }

  private void token() {
    if (levels.current().list && next - tokens.size < 2) {
      tokens.makeRoom(next, limit, ROOM);
      next += ROOM;
      limit += ROOM;
    }
    int at = next;
    switch (tokens.kind[at]) {
      case TokenKind.OPEN -> open(at, Kind.PARENTHESIS);
      case TokenKind.OPEN_BRACKET -> open(at, Kind.BRACKET);
      case TokenKind.CLOSE -> close(at, Kind.PARENTHESIS);
      case TokenKind.CLOSE_BRACKET -> close(at, Kind.BRACKET);
      case TokenKind.COMMA -> comma(at);
      case TokenKind.SEMICOLON -> semicolon(at);
      case TokenKind.WORD -> word(at, RepeatWord.of(tokens.hash1[at], tokens.roles[at]));
      default -> plain(at);
    }
  }

  private boolean isParenthesis(int at) {
    return at < limit && tokens.kind[at] == TokenKind.OPEN;
  }

  /** Adds the token that was read to the folded ones. */
  private void keep(int at) {
    if (tokens.size != at) {
      tokens.move(at, tokens.size);
    }
    tokens.size++;
  }

  private void plain(int at) {
    level().begin(tokens);
    keep(at);
  }

  private void word(int at, int word) {
    boolean function = (word & RepeatWord.FUNCTION) != 0 && isParenthesis(at + 1);
    if (word == 0 || function) {
      plain(at);
    } else if ((word & (RepeatWord.AND | RepeatWord.OR)) != 0) {
      operator(at, word);
    } else if ((word & (RepeatWord.CASE | RepeatWord.END)) != 0) {
      caseWord(at, word);
    } else if ((word & (RepeatWord.BETWEEN | RepeatWord.UNION_KIND)) != 0) {
      level().betweens += (word & RepeatWord.BETWEEN) != 0 ? 1 : 0;
      if ((word & RepeatWord.UNION_KIND) == 0 || !level().union) {
        level().begin(tokens);
      }
      keep(at);
    } else {
      boundary(at, word);
    }
  }

  private void operator(int at, int word) {
    RepeatLevel level = level();
    boolean or = (word & RepeatWord.OR) != 0;
    if (!or && !level.isAnd()) {
      plain(at);
      return;
    }
    level.conditions.end(tokens, false);
    if (or) {
      level.alternatives.end(tokens, false);
      level.conditions.reset();
      level.betweens = 0;
    }
    keep(at);
    level.conditions.begin(tokens);
    level.alternatives.beginAt(tokens.size);
  }

  private void caseWord(int at, int word) {
    if ((word & RepeatWord.CASE) != 0) {
      plain(at);
      levels.push(Kind.CASE);
    } else if (level().kind == Kind.CASE) {
      levels.endCase();
      keep(at);
    } else {
      plain(at);
    }
  }

  private void boundary(int at, int word) {
    RepeatLevel level = level();
    level.endConditions(tokens);
    if (level.kind == Kind.CASE && (word & (RepeatWord.WHEN | RepeatWord.ELSE)) != 0) {
      level.elements.end(tokens, false);
      keep(at);
      if ((word & RepeatWord.WHEN) != 0) {
        level.elements.begin(tokens);
      }
      return;
    }
    if ((word & (RepeatWord.UNION | RepeatWord.TAIL)) != 0) {
      level.queries.end(tokens, false);
      if ((word & RepeatWord.TAIL) != 0) {
        level.queries.reset();
      }
    } else if ((word & RepeatWord.SELECT) != 0) {
      select(level);
    }
    if (level.kind != Kind.CASE && !level.query) {
      level.elements.beginAt(tokens.size);
    }
    keep(at);
    level.union |= (word & RepeatWord.UNION) != 0;
  }

  private void select(RepeatLevel level) {
    if (level.kind == Kind.PARENTHESIS) {
      level.query = true;
      levels.endPart();
      level.elements.reset();
    }
    level.union = false;
    level.queries.beginAt(tokens.size);
  }

  private void comma(int at) {
    levels.endElement();
    keep(at);
  }

  private void semicolon(int at) {
    if (levels.isNested()) {
      plain(at);
      return;
    }
    levels.end();
    keep(at);
    level().queries.reset();
    level().first = tokens.size;
  }

  private void open(int at, Kind kind) {
    levels.open(kind);
    keep(at);
    level().first = tokens.size;
  }

  private void close(int at, Kind kind) {
    if (levels.close(kind)) {
      keep(at);
      levels.pop();
    } else {
      plain(at);
    }
  }
}
