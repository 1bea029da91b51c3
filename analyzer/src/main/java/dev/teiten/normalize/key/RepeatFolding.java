package dev.teiten.normalize.key;

import dev.teiten.normalize.key.RepeatLevel.Kind;
import dev.teiten.normalize.scan.KeywordRole;
import dev.teiten.normalize.scan.RepeatWord;
import dev.teiten.normalize.scan.TokenKind;
import dev.teiten.normalize.scan.TokenList;
import java.util.ArrayList;
import java.util.List;

/**
 * Folds what a statement repeats: elements of lists and of arguments, operands of AND and OR,
 * branches of WHEN and of UNION, rows, and statements. One pass over tokens that the rules reduced.
 */
final class RepeatFolding {
  /** The result. */
  final TokenList tokens = new TokenList();

  private final ListElements listElements = new ListElements(tokens);
  private final List<RepeatLevel> levels = new ArrayList<>();
  private TokenList source = tokens;
  private int depth;

  RepeatFolding() {
    levels.add(new RepeatLevel());
  }

  /** Folds the tokens of a text into {@link #tokens}. */
  void fold(TokenList reduced, boolean truncated) {
    source = reduced;
    tokens.size = 0;
    depth = 0;
    level().reset(Kind.TEXT, 0);
    for (int at = 0; at < reduced.size; at++) {
      token(at);
    }
    if (truncated || depth > 0) {
      dropParts();
    } else {
      endLevel(level());
    }
  }

  private RepeatLevel level() {
    return levels.get(depth);
  }

  private void token(int at) {
    switch (source.kind[at]) {
      case TokenKind.OPEN -> open(at, Kind.PARENTHESIS);
      case TokenKind.OPEN_BRACKET -> open(at, Kind.BRACKET);
      case TokenKind.CLOSE -> close(at, Kind.PARENTHESIS);
      case TokenKind.CLOSE_BRACKET -> close(at, Kind.BRACKET);
      case TokenKind.COMMA -> comma(at);
      case TokenKind.SEMICOLON -> semicolon(at);
      case TokenKind.WORD -> word(at, RepeatWord.of(source, at));
      default -> plain(at);
    }
  }

  private void plain(int at) {
    level().begin(tokens);
    tokens.append(source, at);
  }

  private void word(int at, int word) {
    boolean function = (word & RepeatWord.FUNCTION) != 0 && source.is(at + 1, TokenKind.OPEN);
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
      tokens.append(source, at);
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
    tokens.append(source, at);
    level.conditions.begin(tokens);
    level.alternatives.beginAt(tokens.size);
  }

  private void caseWord(int at, int word) {
    if ((word & RepeatWord.CASE) != 0) {
      plain(at);
      push(Kind.CASE);
    } else if (level().kind == Kind.CASE) {
      endCase();
      tokens.append(source, at);
    } else {
      plain(at);
    }
  }

  private void endCase() {
    level().endConditions(tokens);
    level().elements.end(tokens, false);
    depth--;
  }

  private void boundary(int at, int word) {
    RepeatLevel level = level();
    level.endConditions(tokens);
    if (level.kind == Kind.CASE && (word & (RepeatWord.WHEN | RepeatWord.ELSE)) != 0) {
      level.elements.end(tokens, false);
      tokens.append(source, at);
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
    if (level.kind == Kind.TEXT) {
      level.elements.beginAt(tokens.size);
    }
    tokens.append(source, at);
    level.union |= (word & RepeatWord.UNION) != 0;
  }

  private void select(RepeatLevel level) {
    if (level.kind == Kind.PARENTHESIS) {
      level.query = true;
      level.elements.reset();
    }
    level.union = false;
    level.queries.beginAt(tokens.size);
  }

  private void comma(int at) {
    RepeatLevel level = level();
    level.endConditions(tokens);
    if (level.kind == Kind.PARENTHESIS || level.kind == Kind.BRACKET) {
      listElements.end(level);
    }
    tokens.append(source, at);
  }

  private void semicolon(int at) {
    if (depth > 0) {
      plain(at);
      return;
    }
    RepeatLevel level = level();
    endLevel(level);
    tokens.append(source, at);
    level.queries.reset();
    level.first = tokens.size;
  }

  private RepeatLevel push(Kind kind) {
    depth++;
    if (depth == levels.size()) {
      levels.add(new RepeatLevel());
    }
    level().reset(kind, tokens.size);
    return level();
  }

  private void open(int at, Kind kind) {
    RepeatLevel outer = level();
    if (tokens.size == outer.first) {
      outer.queries.beginAt(tokens.size);
    }
    outer.begin(tokens);
    int before = tokens.size - 1;
    RepeatLevel level = push(kind);
    if (kind == Kind.BRACKET) {
      level.list = tokens.has(before, KeywordRole.ARRAY);
    } else {
      level.list = tokens.has(before, KeywordRole.IN);
      boolean constructor = tokens.has(before, KeywordRole.ROW);
      int place = constructor ? before - 1 : before;
      level.row = tokens.has(place, KeywordRole.VALUES) || outer.rowEnd == place && place > 0;
      level.open = level.row && constructor ? before : tokens.size;
    }
    tokens.append(source, at);
    level.first = tokens.size;
  }

  private void close(int at, Kind kind) {
    while (level().kind == Kind.CASE) {
      endCase();
    }
    RepeatLevel level = level();
    if (level.kind != kind) {
      plain(at);
      return;
    }
    endLevel(level);
    tokens.append(source, at);
    depth--;
    if (level.row) {
      level().endRow(tokens, level.open);
    }
  }

  private void endLevel(RepeatLevel level) {
    level.endConditions(tokens);
    level.queries.end(tokens, false);
    if (level.kind == Kind.TEXT) {
      level.elements.end(tokens, false);
    } else {
      listElements.end(level);
    }
  }

  /** Drops the beginnings of repeats at the end of a text that was cut or that ends in brackets. */
  private void dropParts() {
    for (; depth >= 0; depth--) {
      RepeatLevel level = level();
      if (level.row || level.list) {
        listElements.endPart(level);
      }
      level.dropParts(tokens);
      if (level.row) {
        levels.get(depth - 1).dropRow(tokens, level.open);
      }
    }
    depth = 0;
    if (tokens.is(tokens.size - 1, TokenKind.SEMICOLON)) {
      tokens.size--;
    }
  }
}
