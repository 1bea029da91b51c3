package dev.teiten.normalize.shape;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.conditional.OrExpression;
import net.sf.jsqlparser.expression.operators.relational.Between;
import net.sf.jsqlparser.expression.operators.relational.ComparisonOperator;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.expression.operators.relational.LikeExpression;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;

/**
 * The alternatives of an OR, each a condition or conditions joined by AND.
 *
 * @param columns the columns that each alternative compares
 * @param simple whether each alternative compares a column
 * @param joins whether an alternative compares columns with each other
 */
record OrAlternatives(List<Set<String>> columns, boolean simple, boolean joins) {

  static OrAlternatives of(OrExpression or) {
    List<Expression> alternatives = new ArrayList<>();
    collect(or, alternatives);
    List<Set<String>> columns = new ArrayList<>();
    boolean simple = true;
    boolean joins = false;
    for (Expression alternative : alternatives) {
      List<Expression> conditions = new ArrayList<>();
      conjunction(alternative, conditions);
      Set<String> compared = new HashSet<>();
      for (Expression condition : conditions) {
        List<Column> about =
            isSimple(condition) ? ColumnFinder.columnsOf(condition) : List.<Column>of();
        about.forEach(column -> compared.add(column.toString()));
        joins |= about.size() > 1;
      }
      simple &= !compared.isEmpty();
      columns.add(compared);
    }
    return new OrAlternatives(columns, simple, joins);
  }

  /**
   * Whether no index on one column serves all alternatives: they have no column in common, or they
   * join tables by different columns.
   */
  boolean isAcrossColumns() {
    if (!simple) {
      return false;
    }
    if (joins) {
      return new HashSet<>(columns).size() > 1;
    }
    Set<String> common = new HashSet<>(columns.get(0));
    columns.forEach(common::retainAll);
    return common.isEmpty();
  }

  private static void collect(Expression condition, List<Expression> alternatives) {
    if (condition instanceof OrExpression or) {
      collect(or.getLeftExpression(), alternatives);
      collect(or.getRightExpression(), alternatives);
    } else if (condition instanceof ParenthesedExpressionList<?> list && list.size() == 1) {
      collect(list.get(0), alternatives);
    } else {
      alternatives.add(condition);
    }
  }

  private static void conjunction(Expression condition, List<Expression> conditions) {
    if (condition instanceof AndExpression and) {
      conjunction(and.getLeftExpression(), conditions);
      conjunction(and.getRightExpression(), conditions);
    } else if (condition instanceof ParenthesedExpressionList<?> list && list.size() == 1) {
      conjunction(list.get(0), conditions);
    } else {
      conditions.add(condition);
    }
  }

  private static boolean isSimple(Expression condition) {
    return condition instanceof ComparisonOperator
        || condition instanceof LikeExpression
        || condition instanceof InExpression
        || condition instanceof Between
        || condition instanceof IsNullExpression;
  }
}
