package dev.teiten.normalize.shape;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.FromItem;
import org.jspecify.annotations.Nullable;

/** Resolves aliases to their tables. */
final class TableAliases {
  private final Map<String, String> tableOf = new HashMap<>();

  TableAliases(List<? extends FromItem> sources) {
    for (FromItem source : sources) {
      if (source instanceof Table table) {
        tableOf.putIfAbsent(plain(table.getName()), table(table));
        Alias alias = table.getAlias();
        if (alias != null) {
          tableOf.put(plain(alias.getName()), table(table));
        }
      }
    }
  }

  /** A name without quotes and in lower case; in PostgreSQL's quotes the case stays. */
  static String plain(@Nullable String name) {
    if (name == null || name.isEmpty()) {
      return "";
    }
    char quote = name.charAt(0);
    boolean quoted = (quote == '`' || quote == '"') && name.length() > 1;
    String bare = quoted ? name.substring(1, name.length() - 1) : name;
    return quote == '"' ? bare : bare.toLowerCase(Locale.ROOT);
  }

  static String table(Table table) {
    String schema = plain(table.getSchemaName());
    String name = plain(table.getName());
    return schema.isEmpty() ? name : schema + "." + name;
  }

  static String qualifier(Column column) {
    return column.getTable() == null ? "" : plain(column.getTable().getName());
  }

  /** The name of a column, with its table where that is known. */
  String column(Column column) {
    String name = plain(column.getColumnName());
    String qualifier = qualifier(column);
    if (!qualifier.isEmpty()) {
      return tableOf.getOrDefault(qualifier, qualifier) + "." + name;
    }
    long tables = tableOf.values().stream().distinct().count();
    return tables == 1 ? tableOf.values().iterator().next() + "." + name : name;
  }
}
