package dev.teiten.normalize.shape;

import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;

/** The parentheses around an expression. */
final class OuterParentheses {
  private OuterParentheses() {}

  /** The expression without parentheses around the whole of it. */
  static Expression without(Expression expression) {
    Expression bare = expression;
    while (bare instanceof ParenthesedExpressionList<?> list && list.size() == 1) {
      bare = list.get(0);
    }
    return bare;
  }
}
