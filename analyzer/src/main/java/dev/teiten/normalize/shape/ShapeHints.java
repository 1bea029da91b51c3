package dev.teiten.normalize.shape;

import dev.teiten.normalize.hint.HintRule;
import java.util.List;
import java.util.Locale;
import net.sf.jsqlparser.expression.BooleanValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.update.Update;
import org.jspecify.annotations.Nullable;

/** Hints from the shape of a statement, each with the clause that is its evidence. */
final class ShapeHints {
  private final HintList hints;

  private ShapeHints(HintList hints) {
    this.hints = hints;
  }

  /**
   * Adds the hints of the statements.
   *
   * @param longestList literals of the longest list of IN; 0 where none is huge
   */
  static void find(List<Statement> statements, TreeWalk walk, int longestList, HintList hints) {
    ShapeHints shape = new ShapeHints(hints);
    for (PlainSelect select : walk.selects) {
      shape.select(select, walk.tested.contains(select));
    }
    walk.unions.forEach(shape::union);
    statements.forEach(shape::change);
    if (longestList >= ParserText.HUGE_LIST) {
      hints.addText(HintRule.HUGE_IN_LIST, "in (" + longestList + " literals)");
    }
  }

  /**
   * @param isTested whether the statement asks only for the existence of rows
   */
  private void select(PlainSelect select, boolean isTested) {
    conditions(select.getWhere(), select.getJoins());
    new CrossJoins(select).find().forEach(table -> hints.add(HintRule.IMPLICIT_CROSS_JOIN, table));
    if (!isTested) {
      new SelectListHints(select, hints).find();
    }
    new OrderHints(select, hints).find();
    offset(select);
  }

  private void conditions(@Nullable Expression where, @Nullable List<Join> joins) {
    ConditionHints conditions = new ConditionHints(hints);
    if (where != null) {
      where.accept(conditions, null);
    }
    if (joins != null) {
      joins.forEach(join -> join.getOnExpressions().forEach(on -> on.accept(conditions, null)));
    }
  }

  private void union(SetOperationList union) {
    boolean distinct =
        union.getOperations().stream()
            .map(operation -> operation.toString().toUpperCase(Locale.ROOT).strip())
            .anyMatch(operation -> operation.equals("UNION") || operation.equals("UNION DISTINCT"));
    if (distinct) {
      hints.addText(HintRule.TEMPORARY_TABLE, "union");
    }
    offset(union);
  }

  private void offset(Select select) {
    Expression skipped = null;
    if (select.getLimit() != null) {
      skipped = select.getLimit().getOffset();
    }
    if (skipped == null && select.getOffset() != null) {
      skipped = select.getOffset().getOffset();
    }
    if (skipped instanceof LongValue rows && rows.getValue() >= ParserText.LARGE) {
      hints.addText(HintRule.DEEP_OFFSET, "offset of " + ParserText.LARGE + " rows or more");
    } else if (skipped instanceof JdbcParameter) {
      hints.addText(HintRule.OFFSET, "offset ?");
      hints.hideLiteral();
    }
  }

  private void change(Statement statement) {
    if (statement instanceof Update update) {
      conditions(update.getWhere(), update.getStartJoins());
      boolean alone = isEmpty(update.getStartJoins()) && update.getFromItem() == null;
      if (update.getLimit() == null && alone) {
        changed(update.getWhere(), "update " + update.getTable());
      }
    } else if (statement instanceof Delete delete) {
      conditions(delete.getWhere(), delete.getJoins());
      boolean alone = isEmpty(delete.getJoins()) && isEmpty(delete.getUsingList());
      if (delete.getLimit() == null && alone) {
        changed(delete.getWhere(), "delete from " + delete.getTable());
      }
    }
  }

  private void changed(@Nullable Expression where, String place) {
    if (isEveryRow(where)) {
      hints.add(HintRule.MISSING_WHERE, place);
    } else if (isMasked(where)) {
      hints.hideLiteral();
    }
  }

  /** Whether a condition is missing, or true without a look at the row, as {@code 1 = 1} is. */
  private static boolean isEveryRow(@Nullable Expression where) {
    return where == null
        || (where instanceof BooleanValue truth && truth.getValue())
        || (where instanceof LongValue number && number.getValue() != 0)
        || (where instanceof EqualsTo equals
            && isLiteral(equals.getLeftExpression())
            && equals
                .getLeftExpression()
                .toString()
                .equals(equals.getRightExpression().toString()));
  }

  private static boolean isLiteral(Expression expression) {
    return expression instanceof LongValue || expression instanceof StringValue;
  }

  /** Whether a condition is about masked literals alone, as {@code ? = ?} is. */
  private static boolean isMasked(@Nullable Expression where) {
    return where instanceof JdbcParameter
        || (where instanceof EqualsTo equals
            && equals.getLeftExpression() instanceof JdbcParameter
            && equals.getRightExpression() instanceof JdbcParameter);
  }

  private static boolean isEmpty(@Nullable List<?> list) {
    return list == null || list.isEmpty();
  }
}
