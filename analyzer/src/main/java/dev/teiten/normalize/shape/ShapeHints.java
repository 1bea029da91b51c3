package dev.teiten.normalize.shape;

import dev.teiten.normalize.hint.Hint;
import dev.teiten.normalize.hint.HintRule;
import dev.teiten.normalize.key.Fingerprinter;
import dev.teiten.normalize.scan.Dialect;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.sf.jsqlparser.expression.BooleanValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.NullValue;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.update.Update;
import org.jspecify.annotations.Nullable;

/** Hints from the shape of a statement, each with the clause that is its evidence. */
final class ShapeHints {
  private static final int WIDE_JOINS = 2;
  private static final int LONGEST_PLACE = 200;

  private final Dialect dialect;
  private final ParserText source;
  // By rule and place: the same place in two subqueries is one hint.
  private final Set<Hint> hints = new LinkedHashSet<>();

  ShapeHints(Dialect dialect, ParserText source) {
    this.dialect = dialect;
    this.source = source;
  }

  List<Hint> of(List<Statement> statements, TreeWalk walk) {
    walk.selects.forEach(this::select);
    walk.unions.forEach(this::union);
    statements.forEach(this::change);
    if (source.longestList() >= ParserText.HUGE_LIST) {
      text(HintRule.HUGE_IN_LIST, "in (" + source.longestList() + " literals)");
    }
    return new ArrayList<>(hints);
  }

  private void add(HintRule rule, Object place) {
    String masked = Fingerprinter.of(place.toString(), dialect).text();
    text(rule, masked);
  }

  private void text(HintRule rule, String place) {
    boolean fits = place.length() <= LONGEST_PLACE;
    hints.add(rule.at(fits ? place : place.substring(0, LONGEST_PLACE) + "…", dialect));
  }

  private void select(PlainSelect select) {
    conditions(select.getWhere(), select.getJoins());
    new CrossJoins(select).find().forEach(table -> add(HintRule.IMPLICIT_CROSS_JOIN, table));
    boolean wide = select.getJoins() != null && select.getJoins().size() >= WIDE_JOINS;
    if (wide && select.getSelectItems().stream().anyMatch(i -> isStar(i.getExpression()))) {
      text(HintRule.SELECT_STAR, "select * from " + (select.getJoins().size() + 1) + " tables");
    }
    order(select);
    temporary(select);
    offset(select);
  }

  private static boolean isStar(Expression expression) {
    return expression instanceof AllColumns && !(expression instanceof AllTableColumns);
  }

  private void conditions(@Nullable Expression where, @Nullable List<Join> joins) {
    ConditionHints conditions = new ConditionHints(this::add);
    if (where != null) {
      where.accept(conditions, null);
    }
    if (joins != null) {
      joins.forEach(join -> join.getOnExpressions().forEach(on -> on.accept(conditions, null)));
    }
  }

  private void order(PlainSelect select) {
    List<OrderByElement> elements = select.getOrderByElements();
    if (elements == null) {
      return;
    }
    Set<String> qualifiers = new LinkedHashSet<>();
    for (OrderByElement element : elements) {
      Expression by = element.getExpression();
      if (by instanceof NullValue) {
        continue;
      }
      if (isRandom(by)) {
        add(HintRule.ORDER_BY_RANDOM, by);
      } else if (!(by instanceof Column) && !(by instanceof LongValue) && !isParameter(by)) {
        add(HintRule.FILESORT, by);
      }
      ColumnFinder.columnsOf(by).forEach(column -> qualifiers.add(TableAliases.qualifier(column)));
    }
    if (qualifiers.size() > 1 && !qualifiers.contains("")) {
      text(HintRule.FILESORT, "order by columns of " + String.join(" and ", qualifiers));
    }
  }

  private static boolean isParameter(Expression expression) {
    return expression instanceof JdbcParameter;
  }

  private static boolean isRandom(Expression by) {
    return by instanceof Function function
        && Set.of("rand", "random").contains(function.getName().toLowerCase(Locale.ROOT));
  }

  private void temporary(PlainSelect select) {
    List<OrderByElement> order = select.getOrderByElements();
    if (order == null || order.stream().allMatch(e -> e.getExpression() instanceof NullValue)) {
      return;
    }
    List<String> ordered = order.stream().map(e -> e.getExpression().toString()).toList();
    boolean grouped =
        select.getGroupBy() != null && select.getGroupBy().getGroupByExpressionList() != null;
    if (grouped) {
      List<String> groups = new ArrayList<>();
      for (Expression group : select.getGroupBy().getGroupByExpressionList()) {
        groups.add(group.toString());
      }
      boolean same =
          ordered.size() <= groups.size() && areSame(groups.subList(0, ordered.size()), ordered);
      if (!same) {
        add(
            HintRule.TEMPORARY_TABLE,
            "group by " + String.join(", ", groups) + " order by " + String.join(", ", ordered));
      }
    } else if (select.getDistinct() != null && !isListed(select, ordered)) {
      add(HintRule.TEMPORARY_TABLE, "distinct order by " + String.join(", ", ordered));
    }
  }

  /** Whether two lists name the same columns in one order; a qualifier may be left out. */
  private static boolean areSame(List<String> groups, List<String> ordered) {
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

  private static boolean isListed(PlainSelect select, List<String> ordered) {
    List<String> listed =
        select.getSelectItems().stream().map(item -> item.getExpression().toString()).toList();
    return listed.containsAll(ordered);
  }

  private void union(SetOperationList union) {
    boolean distinct =
        union.getOperations().stream()
            .map(operation -> operation.toString().toUpperCase(Locale.ROOT).strip())
            .anyMatch(operation -> operation.equals("UNION") || operation.equals("UNION DISTINCT"));
    if (distinct) {
      text(HintRule.TEMPORARY_TABLE, "union");
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
      text(HintRule.DEEP_OFFSET, "offset of " + ParserText.LARGE + " rows or more");
    } else if (skipped != null && isParameter(skipped)) {
      text(HintRule.OFFSET, "offset ?");
    }
  }

  private void change(Statement statement) {
    if (statement instanceof Update update) {
      conditions(update.getWhere(), update.getStartJoins());
      boolean alone = isEmpty(update.getStartJoins()) && update.getFromItem() == null;
      if (isEveryRow(update.getWhere()) && update.getLimit() == null && alone) {
        add(HintRule.MISSING_WHERE, "update " + update.getTable());
      }
    } else if (statement instanceof Delete delete) {
      conditions(delete.getWhere(), delete.getJoins());
      boolean alone = isEmpty(delete.getJoins()) && isEmpty(delete.getUsingList());
      if (isEveryRow(delete.getWhere()) && delete.getLimit() == null && alone) {
        add(HintRule.MISSING_WHERE, "delete from " + delete.getTable());
      }
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
    return expression instanceof LongValue
        || expression instanceof StringValue
        || isParameter(expression);
  }

  private static boolean isEmpty(@Nullable List<?> list) {
    return list == null || list.isEmpty();
  }
}
