package dev.teiten.normalize.shape;

import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.operators.arithmetic.Concat;

/** The right side of LIKE: a string, or strings put together. */
final class LikePattern {
  private final Expression beginning;

  private LikePattern(Expression beginning) {
    this.beginning = beginning;
  }

  /** The pattern with the first part of a concatenation. */
  static LikePattern of(Expression pattern) {
    Expression bare = OuterParentheses.without(pattern);
    if (bare instanceof Concat concat) {
      return of(concat.getLeftExpression());
    }
    boolean concatenates =
        bare instanceof Function function
            && "concat".equalsIgnoreCase(function.getName())
            && function.getParameters() != null
            && !function.getParameters().isEmpty();
    return concatenates ? of(((Function) bare).getParameters().get(0)) : new LikePattern(bare);
  }

  /** Whether the pattern begins with a wildcard, which is {@code %} in the parser's text. */
  boolean beginsWithWildcard() {
    return beginning instanceof StringValue text && text.getValue().startsWith("%");
  }

  /** Whether the beginning of the pattern is masked. */
  boolean isMasked() {
    return beginning instanceof JdbcParameter;
  }
}
