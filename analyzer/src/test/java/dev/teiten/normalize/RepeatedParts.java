package dev.teiten.normalize;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Statements that repeat a part, with parts of every kind in any order. */
public final class RepeatedParts {
  private static final List<String> VALUES =
      List.of(
          "1", "'x'", "-2", "null", "?", "$1", "@v", "default", "now()", "uuid()", "x'0a'", "true");
  private static final List<String> CALLS =
      List.of("unhex(%s)", "coalesce(a, %s)", "cast(%s as int)", "%s::int", "%s::text[]", "f(%s)");
  private static final List<String> OPERATIONS =
      List.of("%s + b", "b * %s", "%s || 'y'", "(%s)", "- %s", "array[%s]", "row(%s, a)", "b");
  private static final List<String> STATEMENTS =
      List.of(
          "select a from t where b in (%s) and c = 1",
          "select a from t where b = any(array[%s])",
          "select f(%s) from t",
          "insert into t (a, b) values (%s)",
          "insert into t (a, b) values %s",
          "select a from t where %s limit 3",
          "update t set a = case %s else 0 end where b = 1",
          "select * from (%s) x",
          "%s");

  private final Random random;

  public RepeatedParts(long seed) {
    this.random = new Random(seed);
  }

  /** A statement, other than those before. */
  public String next() {
    int form = random.nextInt(STATEMENTS.size());
    String parts =
        switch (form) {
          case 4 -> joined(", ", () -> "(" + elements() + ")");
          case 5 -> joined(random.nextBoolean() ? " or " : " and ", this::condition);
          case 6 -> joined(" ", () -> "when " + condition() + " then " + element());
          case 7 -> joined(" union all ", this::query);
          case 8 -> joined("; ", this::query);
          default -> elements();
        };
    return STATEMENTS.get(form).formatted(parts);
  }

  private String query() {
    return "select a from t where " + condition();
  }

  private String condition() {
    return switch (random.nextInt(5)) {
      case 0 -> "b = " + element();
      case 1 -> "(b = " + value() + " and c > " + element() + ")";
      case 2 -> "b between " + value() + " and " + value();
      case 3 -> "b in (" + elements() + ")";
      default -> "not (b like " + value() + ")";
    };
  }

  private String elements() {
    return joined(", ", this::element);
  }

  private String element() {
    return switch (random.nextInt(4)) {
      case 0 -> pick(CALLS).formatted(value());
      case 1 -> pick(OPERATIONS).formatted(random.nextBoolean() ? value() : element());
      default -> value();
    };
  }

  private String value() {
    return pick(VALUES);
  }

  private String joined(String separator, java.util.function.Supplier<String> part) {
    String repeated = part.get();
    return IntStream.range(0, 1 + random.nextInt(5))
        .mapToObj(i -> random.nextBoolean() ? repeated : part.get())
        .collect(Collectors.joining(separator));
  }

  private String pick(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
