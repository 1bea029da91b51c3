package dev.teiten.normalize.shape;

import dev.teiten.normalize.hint.HintRule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.sf.jsqlparser.expression.ExpressionVisitorAdapter;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import org.jspecify.annotations.Nullable;

/** Finds columns that cost more than they are worth in the list of a SELECT. */
final class SelectListHints {
  /** Tables of a join that is wide. */
  private static final int WIDE = 3;

  private final PlainSelect select;
  private final HintList hints;

  SelectListHints(PlainSelect select, HintList hints) {
    this.select = select;
    this.hints = hints;
  }

  void find() {
    stars();
    select.getSelectItems().forEach(this::subqueries);
    if (select.getMySqlSqlCalcFoundRows()) {
      hints.addText(HintRule.SQL_CALC_FOUND_ROWS, "select sql_calc_found_rows");
    }
  }

  private void stars() {
    int tables = 1 + (select.getJoins() == null ? 0 : select.getJoins().size());
    int ofTables = 0;
    boolean ofAll = false;
    for (SelectItem<?> item : select.getSelectItems()) {
      boolean ofTable = item.getExpression() instanceof AllTableColumns;
      ofTables += ofTable ? 1 : 0;
      ofAll |= !ofTable && item.getExpression() instanceof AllColumns;
    }
    if (ofAll && tables >= WIDE || ofTables >= WIDE) {
      hints.addText(HintRule.SELECT_STAR, "select * from " + tables + " tables");
    } else if (ofAll && select.getDistinct() != null) {
      hints.addText(HintRule.SELECT_STAR, "select distinct *");
    }
  }

  private void subqueries(SelectItem<?> item) {
    item.getExpression()
        .accept(
            new ExpressionVisitorAdapter<Void>() {
              @Override
              public <S> @Nullable Void visit(Select subquery, S context) {
                if (isCorrelated(subquery)) {
                  hints.add(HintRule.CORRELATED_SUBQUERY, subquery);
                }
                return null;
              }
            },
            null);
  }

  /** Whether a subquery names a table of this SELECT that is none of its own. */
  private boolean isCorrelated(Select subquery) {
    Set<String> outer = names(ShapeReader.sources(select.getFromItem(), select.getJoins()));
    TreeWalk inner = TreeWalk.of(List.of(subquery));
    outer.removeAll(names(inner.sources));
    return inner.columns.stream().map(TableAliases::qualifier).anyMatch(outer::contains);
  }

  private static Set<String> names(List<FromItem> sources) {
    Set<String> names = new HashSet<>();
    for (FromItem source : sources) {
      if (source.getAlias() != null) {
        names.add(TableAliases.plain(source.getAlias().getName()));
      } else if (source instanceof Table table) {
        names.add(TableAliases.plain(table.getName()));
      }
    }
    return names;
  }
}
