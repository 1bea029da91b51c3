package dev.teiten.normalize.shape;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.conditional.OrExpression;
import net.sf.jsqlparser.expression.operators.relational.ComparisonOperator;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.expression.operators.relational.LikeExpression;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.update.Update;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites a tree so that statements print the same if they differ only in aliases and needless
 * parentheses. It changes the tree: take everything else from it before.
 */
final class CanonicalForm {
  private final TreeWalk walk;
  private final Map<String, String> sourceNames = new HashMap<>();
  private final Map<String, String> itemNames = new HashMap<>();

  private CanonicalForm(TreeWalk walk) {
    this.walk = walk;
  }

  static String print(List<Statement> statements, TreeWalk walk) {
    CanonicalForm form = new CanonicalForm(walk);
    form.renameSources();
    form.renameItems();
    form.renameColumns();
    statements.forEach(form::renameTargets);
    walk.selects.forEach(CanonicalForm::parentheses);
    statements.forEach(CanonicalForm::parentheses);
    return statements.stream().map(Statement::toString).collect(Collectors.joining("; "));
  }

  private void renameSources() {
    int number = 0;
    for (FromItem source : walk.sources) {
      Alias alias = source.getAlias();
      boolean table = source instanceof Table;
      if (alias == null && !table) {
        continue;
      }
      number++;
      String name = "t" + number;
      if (alias != null) {
        sourceNames.put(TableAliases.plain(alias.getName()), name);
      }
      if (source instanceof Table named) {
        sourceNames.putIfAbsent(TableAliases.plain(named.getName()), name);
      }
      source.setAlias(new Alias(name, false));
    }
  }

  /** An alias in the list of columns says nothing unless the statement uses it. */
  private void renameItems() {
    for (SelectItem<?> item : walk.items) {
      Alias alias = item.getAlias();
      if (alias != null) {
        String plain = TableAliases.plain(alias.getName());
        boolean used = walk.columns.stream().anyMatch(column -> refersTo(column, plain));
        String name = itemNames.computeIfAbsent(plain, key -> "c" + (itemNames.size() + 1));
        item.setAlias(used ? new Alias(name, true) : null);
      }
    }
  }

  private static boolean refersTo(Column column, String alias) {
    return TableAliases.plain(column.getColumnName()).equals(alias);
  }

  private void renameColumns() {
    for (Column column : walk.columns) {
      String qualifier = TableAliases.qualifier(column);
      String name = TableAliases.plain(column.getColumnName());
      String source = sourceNames.get(qualifier);
      if (source != null) {
        column.setTable(new Table(source));
      }
      boolean item = qualifier.isEmpty() && itemNames.containsKey(name);
      column.setColumnName(item ? itemNames.get(name) : name.toLowerCase(Locale.ROOT));
    }
    walk.stars.forEach(
        star -> {
          String source = sourceNames.get(TableAliases.plain(star.getTable().getName()));
          if (source != null) {
            star.setTable(new Table(source));
          }
        });
  }

  /** DELETE o FROM orders o: the first o is an alias too. */
  private void renameTargets(Statement statement) {
    if (statement instanceof Delete delete && delete.getTables() != null) {
      for (Table target : delete.getTables()) {
        String source = sourceNames.get(TableAliases.plain(target.getName()));
        target.setName(source == null ? target.getName() : source);
      }
    }
  }

  private static void parentheses(PlainSelect select) {
    select.setWhere(bare(select.getWhere()));
    select.setHaving(bare(select.getHaving()));
    if (select.getJoins() != null) {
      select.getJoins().forEach(CanonicalForm::join);
    }
  }

  /** INNER and OUTER say nothing that JOIN and LEFT do not. */
  private static void join(Join join) {
    join.setInner(false);
    if (join.isLeft() || join.isRight() || join.isFull()) {
      join.setOuter(false);
    }
    join.setOnExpressions(join.getOnExpressions().stream().map(CanonicalForm::needed).toList());
  }

  private static void parentheses(Statement statement) {
    if (statement instanceof Update update) {
      update.setWhere(bare(update.getWhere()));
      if (update.getStartJoins() != null) {
        update.getStartJoins().forEach(CanonicalForm::join);
      }
    } else if (statement instanceof Delete delete) {
      delete.setWhere(bare(delete.getWhere()));
      if (delete.getJoins() != null) {
        delete.getJoins().forEach(CanonicalForm::join);
      }
    }
  }

  private static @Nullable Expression bare(@Nullable Expression condition) {
    return condition == null ? null : needed(condition);
  }

  /** A whole condition, which needs no parentheses around it. */
  private static Expression needed(Expression condition) {
    Expression inner = single(condition);
    if (inner != null) {
      return needed(inner);
    }
    operands(condition);
    return condition;
  }

  private static void operands(Expression condition) {
    if (condition instanceof AndExpression || condition instanceof OrExpression) {
      BinaryExpression both = (BinaryExpression) condition;
      both.setLeftExpression(operand(both, both.getLeftExpression()));
      both.setRightExpression(operand(both, both.getRightExpression()));
    }
  }

  private static Expression operand(BinaryExpression parent, Expression operand) {
    Expression inner = single(operand);
    if (inner == null) {
      operands(operand);
      return operand;
    }
    Expression stripped = needed(inner);
    boolean simple =
        stripped instanceof ComparisonOperator
            || stripped instanceof LikeExpression
            || stripped instanceof InExpression
            || stripped instanceof IsNullExpression
            || stripped.getClass() == parent.getClass()
            || (stripped instanceof AndExpression && parent instanceof OrExpression);
    return simple ? stripped : new ParenthesedExpressionList<>(stripped);
  }

  private static @Nullable Expression single(Expression expression) {
    if (expression instanceof ParenthesedExpressionList<?> list
        && list.size() == 1
        && list.getClass() == ParenthesedExpressionList.class) {
      return list.get(0);
    }
    return null;
  }
}
