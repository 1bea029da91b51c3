package dev.teiten.normalize.shape;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Parentheses around JSON paths. The parser takes {@code a -> 'x' = 1} as {@code a -> ('x' = 1)},
 * and the rest of the condition with it.
 */
final class JsonPaths {
  private final StringBuilder out;

  /** Where in {@link #out} each open parenthesis begins, with the name of its function. */
  private final Deque<Integer> opened = new ArrayDeque<>();

  /** Where the last operand in parentheses begins. */
  private int closed;

  /** Where the last path ends; 0 if there is none. */
  private int end;

  private boolean open;

  JsonPaths(StringBuilder out) {
    this.out = out;
  }

  /**
   * Notes a parenthesis that is not written yet.
   *
   * @param isCall whether a name is before it
   */
  void parenthesis(boolean isCall) {
    opened.push(isCall ? out.lastIndexOf(" ") + 1 : out.length());
  }

  /** Notes the end of a parenthesis that is not written yet. */
  void close() {
    closed = opened.isEmpty() ? 0 : opened.pop();
  }

  /** Begins a path before an arrow, with the name that was written last. */
  void begin() {
    beginAt(out.lastIndexOf(" ") + 1);
  }

  /** Begins a path before an arrow, with the parenthesis that was closed last. */
  void beginWithParenthesis() {
    beginAt(closed);
  }

  private void beginAt(int operand) {
    boolean isType = operand > 1 && out.charAt(operand - 2) == ':';
    if (!isType) {
      out.insert(operand, " (");
      open = true;
    }
  }

  /** Continues the path that ends here, if one does. */
  void resume() {
    if (end > 0 && end == out.length()) {
      out.setLength(end - 1);
      open = true;
    }
  }

  /** Ends an open path after its literal. */
  void literal() {
    if (open) {
      out.append(')');
      end = out.length();
      open = false;
    }
  }
}
