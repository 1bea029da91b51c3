package dev.teiten.source.mysql;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Masks the literals in the tree of {@code EXPLAIN ANALYZE}. Costs, rows and times stand at the end
 * of a line and stay.
 */
final class PlanTree {
  private static final String NUMBER = "[0-9.e+-]+";
  private static final Pattern LINE =
      Pattern.compile(
          "(?<indent> *-> )(?<step>.*?)(?<figures>( +\\(cost="
              + NUMBER
              + " rows="
              + NUMBER
              + "\\))?( +\\(actual time="
              + NUMBER
              + " rows="
              + NUMBER
              + " loops="
              + NUMBER
              + "\\)| +\\(never executed\\))?)");

  private PlanTree() {}

  /**
   * @param mask removes the literals of a piece of SQL
   */
  static String masked(String tree, UnaryOperator<String> mask) {
    return tree.lines().map(line -> line(line, mask)).collect(Collectors.joining("\n"));
  }

  private static String line(String line, UnaryOperator<String> mask) {
    Matcher parts = LINE.matcher(line);
    return parts.matches()
        ? parts.group("indent") + mask.apply(parts.group("step")) + parts.group("figures")
        : mask.apply(line);
  }
}
