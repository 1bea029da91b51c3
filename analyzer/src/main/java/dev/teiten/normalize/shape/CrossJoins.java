package dev.teiten.normalize.shape;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.PlainSelect;

/** Finds tables that are joined without a condition and without CROSS JOIN. */
final class CrossJoins {
  private final PlainSelect select;
  private final List<Set<String>> links = new ArrayList<>();
  private boolean unknown;

  CrossJoins(PlainSelect select) {
    this.select = select;
  }

  /** The crossed tables; none if a column without a table may be the link between them. */
  List<FromItem> find() {
    if (select.getJoins() == null) {
      return List.of();
    }
    if (select.getWhere() != null) {
      link(select.getWhere());
    }
    for (Join join : select.getJoins()) {
      join.getOnExpressions().forEach(this::link);
      unknown |= !join.getUsingColumns().isEmpty();
    }
    List<FromItem> crossed = new ArrayList<>();
    for (Join join : select.getJoins()) {
      if (!unknown && isCandidate(join) && !isLinked(join.getFromItem())) {
        crossed.add(join.getFromItem());
      }
    }
    return crossed;
  }

  private static boolean isCandidate(Join join) {
    boolean conditioned = !join.getOnExpressions().isEmpty() || join.isNatural() || join.isCross();
    return !conditioned && !join.isApply() && join.getFromItem() instanceof Table;
  }

  private boolean isLinked(FromItem item) {
    String name = name(item);
    return links.stream().anyMatch(link -> link.contains(name));
  }

  private static String name(FromItem item) {
    if (item.getAlias() != null) {
      return TableAliases.plain(item.getAlias().getName());
    }
    return item instanceof Table table ? TableAliases.plain(table.getName()) : "";
  }

  private void link(Expression condition) {
    if (condition instanceof AndExpression both) {
      link(both.getLeftExpression());
      link(both.getRightExpression());
    } else if (condition instanceof ParenthesedExpressionList<?> list && list.size() == 1) {
      link(list.get(0));
    } else {
      List<Column> columns = ColumnFinder.columnsOf(condition);
      Set<String> qualifiers = new HashSet<>();
      columns.forEach(column -> qualifiers.add(TableAliases.qualifier(column)));
      unknown |= columns.size() > 1 && qualifiers.contains("");
      if (qualifiers.size() > 1) {
        links.add(qualifiers);
      }
    }
  }
}
