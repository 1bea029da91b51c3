package dev.teiten.normalize.scan;

import java.util.Arrays;

/**
 * A growing list of tokens in columns: places in the text, not copies of it. Bounded: a text with
 * more tokens counts as cut.
 */
public final class TokenList {
  public static final int LIMIT = 1 << 18;

  public byte[] kind = new byte[64];
  public int[] start = new int[64];
  public int[] end = new int[64];
  public long[] hash1 = new long[64];
  public long[] hash2 = new long[64];
  public int[] roles = new int[64];
  public int size;

  /** Adds a token that its kind describes completely; its hash is 0. */
  public void add(int tokenKind, Lexer lexer) {
    add(tokenKind, lexer, 0, 0);
  }

  /** Adds a name or an operator with the hash of its text. */
  public void addNamed(int tokenKind, Lexer lexer) {
    add(tokenKind, lexer, lexer.hash.first, lexer.hash.second);
  }

  private void add(int tokenKind, Lexer lexer, long first, long second) {
    if (size == kind.length) {
      grow();
    }
    kind[size] = (byte) tokenKind;
    start[size] = lexer.start;
    end[size] = lexer.end;
    hash1[size] = first;
    hash2[size] = second;
    roles[size] = lexer.roles;
    size++;
  }

  private void grow() {
    int length = kind.length * 2;
    kind = Arrays.copyOf(kind, length);
    start = Arrays.copyOf(start, length);
    end = Arrays.copyOf(end, length);
    hash1 = Arrays.copyOf(hash1, length);
    hash2 = Arrays.copyOf(hash2, length);
    roles = Arrays.copyOf(roles, length);
  }

  /**
   * Makes room among tokens.
   *
   * @param at where the room begins
   * @param limit where the tokens end
   * @param room how many tokens have room
   */
  public void makeRoom(int at, int limit, int room) {
    while (limit + room > kind.length) {
      grow();
    }
    System.arraycopy(kind, at, kind, at + room, limit - at);
    System.arraycopy(start, at, start, at + room, limit - at);
    System.arraycopy(end, at, end, at + room, limit - at);
    System.arraycopy(hash1, at, hash1, at + room, limit - at);
    System.arraycopy(hash2, at, hash2, at + room, limit - at);
    System.arraycopy(roles, at, roles, at + room, limit - at);
  }

  /** Adds a token of another list. */
  public void append(TokenList other, int at) {
    if (size == kind.length) {
      grow();
    }
    kind[size] = other.kind[at];
    start[size] = other.start[at];
    end[size] = other.end[at];
    hash1[size] = other.hash1[at];
    hash2[size] = other.hash2[at];
    roles[size] = other.roles[at];
    size++;
  }

  /** Adds a token that does not stand in the text; its kind describes it completely. */
  public void addMade(int tokenKind) {
    addMade(tokenKind, 0, 0);
  }

  /** Adds a word or an operator that does not stand in the text; its hash prints it. */
  public void addMade(int tokenKind, NameHash name, int role) {
    addMade(tokenKind, name.first, name.second);
    roles[size - 1] = role;
  }

  private void addMade(int tokenKind, long first, long second) {
    if (size == kind.length) {
      grow();
    }
    kind[size] = (byte) tokenKind;
    start[size] = 0;
    end[size] = 0;
    hash1[size] = first;
    hash2[size] = second;
    roles[size] = 0;
    size++;
  }

  /** Copies a token over another one. */
  public void move(int from, int to) {
    kind[to] = kind[from];
    start[to] = start[from];
    end[to] = end[from];
    hash1[to] = hash1[from];
    hash2[to] = hash2[from];
    roles[to] = roles[from];
  }

  public boolean isWord(int at, long hash) {
    return is(at, TokenKind.WORD) && hash1[at] == hash;
  }

  public boolean is(int at, int wanted) {
    return at >= 0 && at < size && kind[at] == wanted;
  }

  public boolean isLiteral(int at) {
    return at >= 0 && at < size && TokenKind.isLiteral(kind[at]);
  }

  public boolean isName(int at) {
    return at >= 0 && at < size && TokenKind.isName(kind[at]);
  }

  public boolean has(int at, int role) {
    return at >= 0 && at < size && (roles[at] & role) != 0;
  }

  /** Whether the token is a value that an operator could follow. */
  public boolean isOperand(int at) {
    if (at < 0) {
      return false;
    }
    return switch (kind[at]) {
      case TokenKind.WORD -> (roles[at] & KeywordRole.EXPRESSION) == 0;
      case TokenKind.QUOTED, TokenKind.LITERAL, TokenKind.LITERALS -> true;
      case TokenKind.CLOSE, TokenKind.CLOSE_BRACKET, TokenKind.USER_VARIABLE -> true;
      default -> false;
    };
  }

  /** Whether the token is a plus or a minus. */
  public boolean isSign(int at, byte[] text) {
    return is(at, TokenKind.OPERATOR)
        && end[at] == start[at] + 1
        && (text[start[at]] == '-' || text[start[at]] == '+');
  }

  public boolean same(int a, int b) {
    boolean names = TokenKind.isName(kind[a]) && TokenKind.isName(kind[b]);
    return (names || kind[a] == kind[b]) && hash1[a] == hash1[b] && hash2[a] == hash2[b];
  }

  public boolean sameRun(int a, int b, int length) {
    for (int i = 0; i < length; i++) {
      if (!same(a + i, b + i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a part of a text begins like a whole; of a list its first literal is enough. */
  public boolean beginsLike(int whole, int part, int length) {
    int last = length - 1;
    return length == 0
        || (sameRun(whole, part, last)
            && (same(whole + last, part + last)
                || (isLiteral(whole + last) && isLiteral(part + last))));
  }

  /** Whether a literal or a variable stands between two places. */
  public boolean hasValue(int from, int to) {
    for (int i = from; i < to; i++) {
      if (TokenKind.isLiteral(kind[i]) || kind[i] == TokenKind.USER_VARIABLE) {
        return true;
      }
    }
    return false;
  }
}
