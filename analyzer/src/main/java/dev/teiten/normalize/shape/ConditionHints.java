package dev.teiten.normalize.shape;

import dev.teiten.normalize.hint.HintRule;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.DoubleValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExpressionVisitorAdapter;
import net.sf.jsqlparser.expression.ExtractExpression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.expression.JsonExpression;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.SignedExpression;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.TimezoneExpression;
import net.sf.jsqlparser.expression.operators.arithmetic.Addition;
import net.sf.jsqlparser.expression.operators.arithmetic.BitwiseAnd;
import net.sf.jsqlparser.expression.operators.arithmetic.BitwiseOr;
import net.sf.jsqlparser.expression.operators.arithmetic.BitwiseXor;
import net.sf.jsqlparser.expression.operators.arithmetic.Concat;
import net.sf.jsqlparser.expression.operators.arithmetic.Division;
import net.sf.jsqlparser.expression.operators.arithmetic.IntegerDivision;
import net.sf.jsqlparser.expression.operators.arithmetic.Modulo;
import net.sf.jsqlparser.expression.operators.arithmetic.Multiplication;
import net.sf.jsqlparser.expression.operators.arithmetic.Subtraction;
import net.sf.jsqlparser.expression.operators.conditional.OrExpression;
import net.sf.jsqlparser.expression.operators.relational.Between;
import net.sf.jsqlparser.expression.operators.relational.ComparisonOperator;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.LikeExpression;
import net.sf.jsqlparser.expression.operators.relational.NotEqualsTo;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import org.jspecify.annotations.Nullable;

/** Finds conditions of WHERE and ON that keep an index from being used. */
final class ConditionHints extends ExpressionVisitorAdapter<Void> {
  private static final Set<Class<? extends BinaryExpression>> ARITHMETIC =
      Set.of(
          Addition.class,
          Subtraction.class,
          Multiplication.class,
          Division.class,
          IntegerDivision.class,
          Modulo.class,
          BitwiseAnd.class,
          BitwiseOr.class,
          BitwiseXor.class,
          Concat.class);

  private final HintList hints;
  private final Map<String, Class<?>> comparedWith = new HashMap<>();
  private boolean inOr;

  ConditionHints(HintList hints) {
    this.hints = hints;
  }

  @Override
  protected <S> @Nullable Void visitBinaryExpression(BinaryExpression binary, S context) {
    if (binary instanceof ComparisonOperator && !(binary instanceof NotEqualsTo)) {
      compared(binary, binary.getLeftExpression(), binary.getRightExpression());
      compared(binary, binary.getRightExpression(), binary.getLeftExpression());
    }
    return super.visitBinaryExpression(binary, context);
  }

  private void compared(Expression whole, Expression side, Expression other) {
    if (isComputed(side) && !isJoinedTo(side, other)) {
      hints.add(HintRule.FUNCTION_ON_COLUMN, whole);
    }
    conversion(whole, side, other);
  }

  /** Whether the other side is a bare column of another table, whose index the join can use. */
  private static boolean isJoinedTo(Expression computed, Expression other) {
    return other instanceof Column column
        && ColumnFinder.columnsOf(computed).stream()
            .map(TableAliases::qualifier)
            .noneMatch(table -> table.isEmpty() || table.equals(TableAliases.qualifier(column)));
  }

  /** PostgreSQL takes the type of a quoted literal from the other side. */
  private void conversion(Expression whole, Expression side, Expression value) {
    Class<?> type = type(value);
    if (hints.isMysql() && side instanceof Column column && type != null) {
      Class<?> before = comparedWith.putIfAbsent(column.toString(), type);
      if (before == JdbcParameter.class || before != null && type == JdbcParameter.class) {
        hints.hideLiteral();
      } else if (before != null && before != type) {
        hints.add(HintRule.IMPLICIT_CONVERSION, whole);
      }
    }
  }

  private static @Nullable Class<?> type(Expression value) {
    if (value instanceof StringValue) {
      return String.class;
    }
    if (value instanceof JdbcParameter) {
      return JdbcParameter.class;
    }
    return value instanceof LongValue || value instanceof DoubleValue ? Number.class : null;
  }

  private static boolean isComputed(Expression side) {
    Expression bare = OuterParentheses.without(side);
    boolean computes =
        bare instanceof Function
            || bare instanceof CastExpression
            || bare instanceof ExtractExpression
            || bare instanceof JsonExpression
            || bare instanceof SignedExpression
            || bare instanceof TimezoneExpression
            || ARITHMETIC.contains(bare.getClass());
    return computes && !ColumnFinder.columnsOf(bare).isEmpty();
  }

  @Override
  public <S> @Nullable Void visit(Between between, S context) {
    if (isComputed(between.getLeftExpression())) {
      hints.add(HintRule.FUNCTION_ON_COLUMN, between);
    }
    return super.visit(between, context);
  }

  @Override
  public <S> @Nullable Void visit(LikeExpression like, S context) {
    if (isComputed(like.getLeftExpression())) {
      hints.add(HintRule.FUNCTION_ON_COLUMN, like);
    }
    if (!ColumnFinder.columnsOf(like.getLeftExpression()).isEmpty()) {
      pattern(like, LikePattern.of(like.getRightExpression()));
    }
    return super.visit(like, context);
  }

  private void pattern(LikeExpression like, LikePattern pattern) {
    // No index serves NOT LIKE, whatever the pattern.
    if (like.isNot()) {
      return;
    }
    if (pattern.beginsWithWildcard()) {
      hints.add(HintRule.LEADING_WILDCARD, like);
    } else if (pattern.isMasked()) {
      hints.hideLiteral();
    }
  }

  @Override
  public <S> @Nullable Void visit(InExpression in, S context) {
    if (isComputed(in.getLeftExpression())) {
      hints.add(HintRule.FUNCTION_ON_COLUMN, in);
    }
    if (in.isNot() && in.getRightExpression() instanceof ParenthesedSelect select) {
      notIn(in, select);
    }
    if (in.getRightExpression() instanceof ParenthesedExpressionList<?> list) {
      list.forEach(value -> listed(in, value));
    }
    return super.visit(in, context);
  }

  /** A masked list hides its length, too. */
  private void listed(InExpression in, Expression value) {
    conversion(in, in.getLeftExpression(), value);
    if (value instanceof JdbcParameter) {
      hints.hideLiteral();
    }
  }

  private void notIn(InExpression in, ParenthesedSelect subquery) {
    boolean excluded =
        subquery.getSelect().toString().toUpperCase(Locale.ROOT).contains("IS NOT NULL");
    if (!excluded) {
      hints.add(HintRule.NOT_IN_SUBQUERY, in);
    }
  }

  @Override
  public <S> @Nullable Void visit(OrExpression or, S context) {
    boolean outermost = !inOr;
    inOr = true;
    if (outermost && OrAlternatives.of(or).isAcrossColumns()) {
      hints.add(HintRule.OR_ACROSS_COLUMNS, or);
    }
    super.visit(or, context);
    inOr = !outermost;
    return null;
  }
}
