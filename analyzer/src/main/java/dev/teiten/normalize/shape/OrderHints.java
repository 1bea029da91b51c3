package dev.teiten.normalize.shape;

import dev.teiten.normalize.hint.HintRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.NullValue;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.PlainSelect;

/** Finds an order that no index can provide. */
final class OrderHints {
  private final PlainSelect select;
  private final HintList hints;
  private final Map<String, String> meaningOf = new HashMap<>();

  OrderHints(PlainSelect select, HintList hints) {
    this.select = select;
    this.hints = hints;
    select.getSelectItems().stream()
        .filter(item -> item.getAlias() != null)
        .forEach(
            item ->
                meaningOf.put(
                    TableAliases.plain(item.getAlias().getName()),
                    item.getExpression().toString()));
  }

  void find() {
    List<OrderByElement> elements = select.getOrderByElements();
    if (elements == null) {
      return;
    }
    List<Expression> order = elements.stream().map(OrderByElement::getExpression).toList();
    order.stream().filter(by -> !isLiteral(by)).forEach(this::ordered);
    Set<String> qualifiers = new LinkedHashSet<>();
    for (Expression by : order) {
      ColumnFinder.columnsOf(by).forEach(column -> qualifiers.add(TableAliases.qualifier(column)));
    }
    if (qualifiers.size() > 1 && !qualifiers.contains("")) {
      hints.addText(HintRule.FILESORT, "order by columns of " + String.join(" and ", qualifiers));
    }
    // NULL asks for no order, and the column of a position is not known here.
    if (order.stream().noneMatch(OrderHints::isLiteral)) {
      gathered(order);
    }
  }

  private void ordered(Expression by) {
    if (isRandom(by)) {
      hints.add(HintRule.ORDER_BY_RANDOM, by);
    } else if (!(by instanceof Column)) {
      hints.add(HintRule.FILESORT, by);
    }
  }

  private static boolean isLiteral(Expression by) {
    return by instanceof NullValue || by instanceof LongValue || by instanceof JdbcParameter;
  }

  private static boolean isRandom(Expression by) {
    return by instanceof Function function
        && Set.of("rand", "random").contains(function.getName().toLowerCase(Locale.ROOT));
  }

  private void gathered(List<Expression> order) {
    List<String> ordered = order.stream().map(this::meaning).toList();
    if (select.getGroupBy() != null && select.getGroupBy().getGroupByExpressionList() != null) {
      List<String> groups = new ArrayList<>();
      for (Expression group : select.getGroupBy().getGroupByExpressionList()) {
        groups.add(meaning(group));
      }
      if (!beginsWith(groups, ordered)) {
        String place =
            "group by " + String.join(", ", groups) + " order by " + String.join(", ", ordered);
        hints.add(HintRule.TEMPORARY_TABLE, place);
      }
    } else if (select.getDistinct() != null && !isListed(ordered)) {
      hints.add(HintRule.TEMPORARY_TABLE, "distinct order by " + String.join(", ", ordered));
    }
  }

  /** The expression behind the name of a column of the list. */
  private String meaning(Expression expression) {
    boolean bare = expression instanceof Column column && TableAliases.qualifier(column).isEmpty();
    String text = expression.toString();
    return bare ? meaningOf.getOrDefault(TableAliases.plain(text), text) : text;
  }

  /** Whether the order names the first groups; a qualifier may be left out. */
  private static boolean beginsWith(List<String> groups, List<String> ordered) {
    if (ordered.size() > groups.size()) {
      return false;
    }
    for (int i = 0; i < ordered.size(); i++) {
      String group = groups.get(i);
      String by = ordered.get(i);
      if (!group.equalsIgnoreCase(by) && !isQualified(group, by) && !isQualified(by, group)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isQualified(String column, String name) {
    int dot = column.length() - name.length() - 1;
    return !name.contains(".")
        && dot > 0
        && column.charAt(dot) == '.'
        && column.regionMatches(true, dot + 1, name, 0, name.length());
  }

  private boolean isListed(List<String> ordered) {
    List<String> listed =
        select.getSelectItems().stream().map(item -> item.getExpression().toString()).toList();
    return listed.containsAll(ordered);
  }
}
