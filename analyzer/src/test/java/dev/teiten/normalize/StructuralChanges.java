package dev.teiten.normalize;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Statements that differ from a template in one thing that matters. */
final class StructuralChanges {
  private static final Map<String, List<String>> SWAPS =
      Map.ofEntries(
          Map.entry("=", List.of("<", ">", "!=")),
          Map.entry("<", List.of("<=", ">")),
          Map.entry(">", List.of(">=", "<")),
          Map.entry("<=", List.of(">=", "=")),
          Map.entry(">=", List.of("<=", "=")),
          Map.entry("<>", List.of("=")),
          Map.entry("!=", List.of("=")),
          Map.entry("+", List.of("-", "*")),
          Map.entry("-", List.of("+", "/")),
          Map.entry("and", List.of("or")),
          Map.entry("or", List.of("and")),
          Map.entry("desc", List.of("asc")),
          Map.entry("asc", List.of("desc")),
          Map.entry("like", List.of("not like")),
          Map.entry("null", List.of("true")),
          Map.entry("left join", List.of("right join")),
          Map.entry("join", List.of("cross join")),
          Map.entry("all", List.of("distinct")),
          Map.entry("max", List.of("min", "avg")),
          Map.entry("count", List.of("sum")),
          Map.entry("lower", List.of("upper")),
          Map.entry("f", List.of("h")),
          Map.entry("g", List.of("h")),
          Map.entry("in", List.of("not in")),
          Map.entry("exists", List.of("not exists")),
          Map.entry("not", List.of("")),
          Map.entry("is", List.of("is not")),
          Map.entry("t", List.of("tt", "`T x`")),
          Map.entry("u", List.of("w")),
          Map.entry("v", List.of("w")),
          Map.entry("a", List.of("aa", "z")),
          Map.entry("b", List.of("bb", "z")),
          Map.entry("c", List.of("cc", "z")),
          Map.entry("d", List.of("z")));

  private StructuralChanges() {}

  static Set<String> of(String template) {
    Set<String> changed = new LinkedHashSet<>();
    List<String> pieces = StatementMutations.pieces(template);
    for (int i = 0; i < pieces.size(); i++) {
      for (String other : SWAPS.getOrDefault(pieces.get(i), List.of())) {
        if (!other.contains("`")) {
          changed.add(with(pieces, i, other));
        }
      }
    }
    changed.add(template + " limit 5");
    changed.remove(template);
    return changed;
  }

  private static String with(List<String> pieces, int at, String other) {
    List<String> all = new ArrayList<>(pieces);
    all.set(at, other);
    // Two changes of one thing must not undo each other: "not not in" is another statement still.
    return String.join(" ", all).replace("not is", "is").replaceAll(" +", " ");
  }
}
