package dev.teiten.normalize.shape;

import java.util.ArrayList;
import java.util.List;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExpressionVisitorAdapter;
import net.sf.jsqlparser.schema.Column;
import org.jspecify.annotations.Nullable;

/** Finds the columns of an expression. */
final class ColumnFinder extends ExpressionVisitorAdapter<Void> {
  private final List<Column> columns = new ArrayList<>();

  private ColumnFinder() {}

  /** The columns of an expression in order of appearance, without those of its subqueries. */
  static List<Column> columnsOf(Expression expression) {
    ColumnFinder finder = new ColumnFinder();
    expression.accept(finder, null);
    return finder.columns;
  }

  @Override
  public <S> @Nullable Void visit(Column column, S context) {
    columns.add(column);
    return null;
  }
}
