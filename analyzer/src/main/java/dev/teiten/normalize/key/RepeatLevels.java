package dev.teiten.normalize.key;

import dev.teiten.normalize.key.RepeatLevel.Kind;
import dev.teiten.normalize.scan.KeywordRole;
import dev.teiten.normalize.scan.TokenKind;
import dev.teiten.normalize.scan.TokenList;
import java.util.ArrayList;
import java.util.List;

/** The levels of nesting that are open while repeats are folded. */
final class RepeatLevels {
  private final TokenList tokens;
  private final ListElements listElements;
  private final List<RepeatLevel> levels = new ArrayList<>();
  private RepeatLevel current = new RepeatLevel();
  private int depth;

  RepeatLevels(TokenList tokens) {
    this.tokens = tokens;
    this.listElements = new ListElements(tokens);
    levels.add(current);
  }

  void reset() {
    listElements.joined = false;
    to(0);
    current().reset(Kind.TEXT, 0);
  }

  RepeatLevel current() {
    return current;
  }

  /** Whether elements became one, so that another pass may find repeats. */
  boolean joined() {
    return listElements.joined;
  }

  boolean isNested() {
    return depth > 0;
  }

  private void to(int level) {
    depth = level;
    current = levels.get(level);
  }

  RepeatLevel push(Kind kind) {
    if (depth + 1 == levels.size()) {
      levels.add(new RepeatLevel());
    }
    to(depth + 1);
    current().reset(kind, tokens.size);
    return current();
  }

  /** Opens a parenthesis or a bracket before it is added to the tokens. */
  void open(Kind kind) {
    RepeatLevel outer = current();
    if (tokens.size == outer.first) {
      outer.queries.beginAt(tokens.size);
    }
    outer.begin(tokens);
    int before = tokens.size - 1;
    RepeatLevel level = push(kind);
    if (kind == Kind.BRACKET) {
      level.list = tokens.has(before, KeywordRole.ARRAY);
      return;
    }
    level.list = tokens.has(before, KeywordRole.IN);
    boolean constructor = tokens.has(before, KeywordRole.ROW);
    int place = constructor ? before - 1 : before;
    boolean next = place > 0 && outer.rowEnd == place && tokens.is(place, TokenKind.COMMA);
    level.row = tokens.has(place, KeywordRole.VALUES) || next;
    level.open = level.row && constructor ? before : tokens.size;
  }

  /** Ends a level before its parenthesis is added; false if it is none of the open ones. */
  boolean close(Kind kind) {
    while (current().kind == Kind.CASE) {
      endCase();
      // A mark would stand inside of the CASE, which has no end.
      current().list = false;
    }
    if (current().kind != kind) {
      return false;
    }
    end();
    return true;
  }

  /** Leaves a level after its parenthesis was added. */
  void pop() {
    RepeatLevel level = current();
    to(depth - 1);
    if (level.row) {
      current().endRow(tokens, level.open);
    }
  }

  void endCase() {
    current().endConditions(tokens);
    current().elements.end(tokens, false);
    to(depth - 1);
  }

  /** Ends the element before a comma. */
  void endElement() {
    RepeatLevel level = current();
    level.endConditions(tokens);
    if (level.kind == Kind.PARENTHESIS || level.kind == Kind.BRACKET) {
      listElements.end(level);
    }
  }

  /** Ends an element of a list or a row in which a query begins. */
  void endPart() {
    RepeatLevel level = current();
    if (level.row || level.list) {
      listElements.endPart(level);
    }
  }

  /** Ends everything at the current level. */
  void end() {
    RepeatLevel level = current();
    level.endConditions(tokens);
    level.queries.end(tokens, false);
    if (level.kind == Kind.TEXT) {
      level.elements.end(tokens, false);
    } else {
      listElements.end(level);
    }
  }

  /** Drops the beginnings of repeats at the end of a text that was cut or that ends in brackets. */
  void dropParts() {
    for (int place = depth; place >= 0; place--) {
      RepeatLevel level = levels.get(place);
      if (level.row || level.list) {
        listElements.endCut(level);
      }
      level.dropParts(tokens);
      if (level.row) {
        levels.get(place - 1).dropRow(tokens, level.open);
      }
    }
    to(0);
    if (tokens.is(tokens.size - 1, TokenKind.SEMICOLON)) {
      tokens.size--;
    }
  }
}
