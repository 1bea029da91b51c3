package dev.teiten.normalize.shape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.sf.jsqlparser.expression.operators.relational.ExistsExpression;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.WithItem;
import net.sf.jsqlparser.statement.update.Update;
import net.sf.jsqlparser.util.deparser.ExpressionDeParser;
import net.sf.jsqlparser.util.deparser.SelectDeParser;
import net.sf.jsqlparser.util.deparser.StatementDeParser;
import org.jspecify.annotations.Nullable;

/**
 * Collects the nodes of a tree in order of appearance. It walks by JSqlParser's own printer, which
 * visits every clause that it can print, and throws the print away.
 */
final class TreeWalk extends SelectDeParser {
  final List<Table> tables = new ArrayList<>();
  final List<FromItem> sources = new ArrayList<>();
  final List<Column> columns = new ArrayList<>();
  final List<AllTableColumns> stars = new ArrayList<>();
  final List<SelectItem<?>> items = new ArrayList<>();
  final List<PlainSelect> selects = new ArrayList<>();
  final List<SetOperationList> unions = new ArrayList<>();
  final Set<String> defined = new LinkedHashSet<>();

  /** The statements of EXISTS, whose columns nobody reads. */
  final Set<Select> tested = Collections.newSetFromMap(new IdentityHashMap<>());

  int subqueries;

  static TreeWalk of(List<Statement> statements) {
    TreeWalk walk = new TreeWalk();
    for (Statement statement : statements) {
      walk.statement(statement);
    }
    return walk;
  }

  private void statement(Statement statement) {
    if (statement instanceof Insert insert) {
      source(insert.getTable());
    } else if (statement instanceof Update update) {
      source(update.getTable());
      joined(update.getStartJoins());
    } else if (statement instanceof Delete delete) {
      source(delete.getTable());
      joined(delete.getJoins());
    }
    Expressions expressions = new Expressions(this);
    setExpressionVisitor(expressions);
    statement.accept(new StatementDeParser(expressions, this, getBuilder()), null);
  }

  // The printers of UPDATE and DELETE print these by toString.
  private void joined(@Nullable List<Join> joins) {
    if (joins != null) {
      joins.forEach(join -> source(join.getFromItem()));
    }
  }

  private void source(@Nullable FromItem source) {
    if (source instanceof Table table) {
      add(table);
    }
  }

  private void add(Table table) {
    boolean listed = tables.stream().anyMatch(seen -> seen == table);
    if (!listed) {
      tables.add(table);
      sources.add(table);
    }
  }

  @Override
  public <S> StringBuilder visit(Table table, S context) {
    add(table);
    return super.visit(table, context);
  }

  @Override
  public <S> StringBuilder visit(PlainSelect select, S context) {
    selects.add(select);
    return super.visit(select, context);
  }

  @Override
  public <S> StringBuilder visit(SetOperationList union, S context) {
    unions.add(union);
    return super.visit(union, context);
  }

  @Override
  public <S> StringBuilder visit(ParenthesedSelect select, S context) {
    subqueries++;
    sources.add(select);
    return super.visit(select, context);
  }

  @Override
  protected void deparseSelectItemsClause(List<SelectItem<?>> listed) {
    items.addAll(listed);
    super.deparseSelectItemsClause(listed);
  }

  @Override
  public <S> StringBuilder visit(WithItem<?> item, S context) {
    defined.add(TableAliases.plain(item.getUnquotedAliasName()));
    return super.visit(item, context);
  }

  private static final class Expressions extends ExpressionDeParser {
    private final TreeWalk walk;

    Expressions(TreeWalk walk) {
      super(walk, walk.getBuilder());
      this.walk = walk;
    }

    @Override
    public <S> StringBuilder visit(Column column, S context) {
      walk.columns.add(column);
      return super.visit(column, context);
    }

    @Override
    public <S> StringBuilder visit(ExistsExpression exists, S context) {
      if (exists.getRightExpression() instanceof ParenthesedSelect subquery) {
        walk.tested.add(subquery.getSelect());
      }
      return super.visit(exists, context);
    }

    @Override
    public <S> StringBuilder visit(AllTableColumns star, S context) {
      walk.stars.add(star);
      return super.visit(star, context);
    }
  }
}
