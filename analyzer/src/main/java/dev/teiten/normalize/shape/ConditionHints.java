package dev.teiten.normalize.shape;

import dev.teiten.normalize.hint.HintRule;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.DoubleValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExpressionVisitorAdapter;
import net.sf.jsqlparser.expression.ExtractExpression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.operators.arithmetic.Addition;
import net.sf.jsqlparser.expression.operators.arithmetic.Division;
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
  private final BiConsumer<HintRule, Object> hints;
  private final Map<String, Class<?>> comparedWith = new HashMap<>();
  private boolean inOr;

  ConditionHints(BiConsumer<HintRule, Object> hints) {
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
      hints.accept(HintRule.FUNCTION_ON_COLUMN, whole);
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

  private void conversion(Expression whole, Expression side, Expression value) {
    Class<?> type = type(value);
    if (side instanceof Column column && type != null) {
      Class<?> before = comparedWith.putIfAbsent(column.toString(), type);
      if (before != null && before != type) {
        hints.accept(HintRule.IMPLICIT_CONVERSION, whole);
      }
    }
  }

  private static @Nullable Class<?> type(Expression value) {
    if (value instanceof StringValue) {
      return String.class;
    }
    return value instanceof LongValue || value instanceof DoubleValue ? Number.class : null;
  }

  private static boolean isComputed(Expression side) {
    boolean computes =
        side instanceof Function
            || side instanceof CastExpression
            || side instanceof ExtractExpression
            || isArithmetic(side);
    return computes && !ColumnFinder.columnsOf(side).isEmpty();
  }

  private static boolean isArithmetic(Expression side) {
    return side instanceof Addition
        || side instanceof Subtraction
        || side instanceof Multiplication
        || side instanceof Division
        || side instanceof Modulo;
  }

  @Override
  public <S> @Nullable Void visit(Between between, S context) {
    if (isComputed(between.getLeftExpression())) {
      hints.accept(HintRule.FUNCTION_ON_COLUMN, between);
    }
    return super.visit(between, context);
  }

  @Override
  public <S> @Nullable Void visit(LikeExpression like, S context) {
    if (isComputed(like.getLeftExpression())) {
      hints.accept(HintRule.FUNCTION_ON_COLUMN, like);
    }
    boolean wildcard = LikePattern.beginsWithWildcard(like.getRightExpression());
    if (wildcard && !ColumnFinder.columnsOf(like.getLeftExpression()).isEmpty()) {
      hints.accept(HintRule.LEADING_WILDCARD, like);
    }
    return super.visit(like, context);
  }

  @Override
  public <S> @Nullable Void visit(InExpression in, S context) {
    if (isComputed(in.getLeftExpression())) {
      hints.accept(HintRule.FUNCTION_ON_COLUMN, in);
    }
    if (in.isNot() && in.getRightExpression() instanceof ParenthesedSelect select) {
      notIn(in, select);
    }
    if (in.getRightExpression() instanceof ParenthesedExpressionList<?> list) {
      list.forEach(value -> conversion(in, in.getLeftExpression(), value));
    }
    return super.visit(in, context);
  }

  private void notIn(InExpression in, ParenthesedSelect subquery) {
    boolean excluded =
        subquery.getSelect().toString().toUpperCase(java.util.Locale.ROOT).contains("IS NOT NULL");
    if (!excluded) {
      hints.accept(HintRule.NOT_IN_SUBQUERY, in);
    }
  }

  @Override
  public <S> @Nullable Void visit(OrExpression or, S context) {
    boolean outermost = !inOr;
    inOr = true;
    if (outermost && OrAlternatives.of(or).isAcrossColumns()) {
      hints.accept(HintRule.OR_ACROSS_COLUMNS, or);
    }
    super.visit(or, context);
    inOr = !outermost;
    return null;
  }
}
