package dev.teiten.normalize.key;

import dev.teiten.normalize.scan.TokenKind;
import dev.teiten.normalize.scan.TokenList;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the verb and the tables of a statement off its tokens. */
final class VerbAndTables {
  private static final Set<String> MAIN =
      Set.of("select", "insert", "update", "delete", "replace", "merge", "table", "values");
  private static final int MOST_TABLES = 1_000;

  private final TokenList tokens;
  private final TokenPrinter printer;

  VerbAndTables(TokenList tokens, TokenPrinter printer) {
    this.tokens = tokens;
    this.printer = printer;
  }

  /** The verb in upper case, after WITH the verb of the statement; empty if there is no word. */
  String verb() {
    for (int i = 0; i < tokens.size; i++) {
      if (tokens.is(i, TokenKind.WORD)) {
        String first = printer.name(i);
        return (first.equals("with") ? afterWith(i) : first).toUpperCase(Locale.ROOT);
      }
    }
    return "";
  }

  private String afterWith(int with) {
    int depth = 0;
    for (int i = with + 1; i < tokens.size; i++) {
      if (tokens.is(i, TokenKind.OPEN)) {
        depth++;
      } else if (tokens.is(i, TokenKind.CLOSE)) {
        depth--;
      } else if (depth == 0 && tokens.is(i, TokenKind.WORD) && MAIN.contains(printer.name(i))) {
        return printer.name(i);
      }
    }
    return "with";
  }

  /** The tables in order of appearance, each once, without the names that WITH defines. */
  List<String> tables() {
    Set<String> tables = new LinkedHashSet<>();
    TableFinder scan = new TableFinder(tokens, printer.dialect);
    CteNames defined = new CteNames(tokens, printer);
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < tokens.size && tables.size() < MOST_TABLES; i++) {
      if (scan.isTable(i)) {
        boolean whole = name.isEmpty();
        name.append(whole ? "" : ".").append(printer.name(i));
        if (!tokens.is(i + 1, TokenKind.DOT)) {
          if (!whole || !defined.isDefined(name.toString(), i)) {
            tables.add(name.toString());
          }
          name.setLength(0);
        }
      }
    }
    tables.remove("dual");
    return new ArrayList<>(tables);
  }
}
