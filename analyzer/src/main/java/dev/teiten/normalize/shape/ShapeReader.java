package dev.teiten.normalize.shape;

import dev.teiten.normalize.key.Fingerprint;
import dev.teiten.normalize.key.Fingerprinter;
import dev.teiten.normalize.scan.Dialect;
import dev.teiten.normalize.shape.StatementShape.Clause;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.update.Update;
import org.jspecify.annotations.Nullable;

/** Reads the shape of a statement off its tree. */
final class ShapeReader {
  private final Dialect dialect;
  private final ParserText source;
  private final Map<Clause, Set<String>> columns = new EnumMap<>(Clause.class);
  private int joins;

  ShapeReader(Dialect dialect, ParserText source) {
    this.dialect = dialect;
    this.source = source;
  }

  StatementShape read(List<Statement> statements) {
    TreeWalk walk = TreeWalk.of(statements);
    walk.selects.forEach(this::select);
    statements.forEach(this::change);
    Set<String> tables = new LinkedHashSet<>();
    walk.tables.forEach(table -> tables.add(TableAliases.table(table)));
    tables.removeAll(walk.defined);
    tables.remove("dual");
    HintList hints = new HintList(dialect);
    ShapeHints.find(statements, walk, source.longestList(), hints);
    Map<Clause, List<String>> listed = new EnumMap<>(Clause.class);
    columns.forEach((clause, names) -> listed.put(clause, List.copyOf(names)));
    // The last step: it rewrites the tree.
    Fingerprint canonical = Fingerprinter.of(CanonicalForm.print(statements, walk), dialect);
    String family = "f1-" + canonical.id().substring(canonical.id().indexOf('-') + 1);
    return new StatementShape(
        List.copyOf(tables),
        listed,
        joins,
        walk.subqueries,
        canonical.text(),
        family,
        hints.hints(),
        hints.hidesLiterals());
  }

  private void select(PlainSelect select) {
    TableAliases names = new TableAliases(sources(select.getFromItem(), select.getJoins()));
    collect(Clause.WHERE, names, select.getWhere());
    joined(names, select.getJoins());
    if (select.getGroupBy() != null && select.getGroupBy().getGroupByExpressionList() != null) {
      for (Expression expression : select.getGroupBy().getGroupByExpressionList()) {
        collect(Clause.GROUP_BY, names, expression);
      }
    }
    ordered(names, select.getOrderByElements());
  }

  private void change(Statement statement) {
    if (statement instanceof Update update) {
      TableAliases names = new TableAliases(sources(update.getTable(), update.getStartJoins()));
      collect(Clause.WHERE, names, update.getWhere());
      joined(names, update.getStartJoins());
      ordered(names, update.getOrderByElements());
    } else if (statement instanceof Delete delete) {
      TableAliases names = new TableAliases(sources(delete.getTable(), delete.getJoins()));
      collect(Clause.WHERE, names, delete.getWhere());
      joined(names, delete.getJoins());
      ordered(names, delete.getOrderByElements());
    }
  }

  static List<FromItem> sources(@Nullable FromItem from, @Nullable List<Join> joins) {
    List<FromItem> sources = new ArrayList<>();
    if (from != null) {
      sources.add(from);
    }
    if (joins != null) {
      joins.forEach(join -> sources.add(join.getFromItem()));
    }
    return sources;
  }

  private void joined(TableAliases names, @Nullable List<Join> clauses) {
    if (clauses == null) {
      return;
    }
    joins += clauses.size();
    for (Join join : clauses) {
      join.getOnExpressions().forEach(on -> collect(Clause.JOIN, names, on));
      join.getUsingColumns().forEach(using -> collect(Clause.JOIN, names, using));
    }
  }

  private void ordered(TableAliases names, @Nullable List<OrderByElement> elements) {
    if (elements != null) {
      elements.forEach(element -> collect(Clause.ORDER_BY, names, element.getExpression()));
    }
  }

  private void collect(Clause clause, TableAliases names, @Nullable Expression expression) {
    if (expression != null) {
      Set<String> seen = columns.computeIfAbsent(clause, key -> new LinkedHashSet<>());
      ColumnFinder.columnsOf(expression).forEach(column -> seen.add(names.column(column)));
    }
  }
}
