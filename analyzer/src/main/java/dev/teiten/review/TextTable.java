package dev.teiten.review;

import dev.teiten.load.TeitenException;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A table of text that prints in several formats.
 *
 * @param headers a header that starts with {@code >} marks a column of numbers, aligned to the
 *     right
 */
public record TextTable(List<String> headers, List<List<String>> rows) {
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9.,]+([eE][+-]?[0-9]+)?( ?%)?");

  public String text() {
    int[] widths = new int[headers.size()];
    List<List<String>> all = new ArrayList<>();
    all.add(headers.stream().map(TextTable::title).toList());
    all.addAll(rows);
    for (List<String> row : all) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : all) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String gap = " ".repeat(widths[i] - width(row.get(i)));
        line.append(i == 0 ? "" : "  ").append(isNumber(i) ? gap + row.get(i) : row.get(i) + gap);
      }
      text.append(line.toString().stripTrailing()).append(System.lineSeparator());
    }
    return text.toString();
  }

  public String csv() {
    StringWriter text = new StringWriter();
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      printer.printRecord(headers.stream().map(TextTable::title).toList());
      for (List<String> row : rows) {
        printer.printRecord(row.stream().map(TextTable::inert).toList());
      }
    } catch (IOException e) {
      throw new TeitenException("The CSV could not be written", "", e);
    }
    return text.toString();
  }

  /**
   * A cell that a spreadsheet does not take for a formula. Numbers stay as they are.
   *
   * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP, CSV injection</a>
   */
  private static String inert(String cell) {
    boolean formula = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
    return formula && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
  }

  public String markdown() {
    StringBuilder text = new StringBuilder(line(headers.stream().map(TextTable::title).toList()));
    List<String> rules = new ArrayList<>();
    for (int i = 0; i < headers.size(); i++) {
      rules.add(isNumber(i) ? "---:" : "---");
    }
    text.append(line(rules));
    rows.forEach(
        row -> text.append(line(row.stream().map(cell -> cell.replace("|", "\\|")).toList())));
    return text.toString();
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |" + System.lineSeparator();
  }

  private boolean isNumber(int column) {
    return headers.get(column).startsWith(">");
  }

  private static String title(String header) {
    return header.startsWith(">") ? header.substring(1) : header;
  }

  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
