package dev.teiten.normalize.shape;

import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.operators.arithmetic.Concat;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;

/** The right side of LIKE: a string, or strings put together. */
final class LikePattern {
  private LikePattern() {}

  /** Whether the pattern begins with {@code %}, also as the first part of a concatenation. */
  static boolean beginsWithWildcard(Expression pattern) {
    if (pattern instanceof StringValue text) {
      return text.getValue().startsWith("%");
    }
    if (pattern instanceof Concat concat) {
      return beginsWithWildcard(concat.getLeftExpression());
    }
    if (pattern instanceof ParenthesedExpressionList<?> list && list.size() == 1) {
      return beginsWithWildcard(list.get(0));
    }
    return pattern instanceof Function function
        && "concat".equalsIgnoreCase(function.getName())
        && function.getParameters() != null
        && !function.getParameters().isEmpty()
        && beginsWithWildcard(function.getParameters().get(0));
  }
}
