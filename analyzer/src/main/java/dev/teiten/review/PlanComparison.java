package dev.teiten.review;

import dev.teiten.load.Sentence;
import dev.teiten.load.StatementPlan;
import dev.teiten.load.StatementPlan.PlanStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells how a plan differs from the one before it. */
public final class PlanComparison {
  /** Expected rows that differ by less than this factor are those of a growing table. */
  private static final double SAME_ROWS = 10;

  private PlanComparison() {}

  /** The differences, the most important first; one sentence says that there are none. */
  public static List<Sentence> of(StatementPlan now, StatementPlan before) {
    List<Sentence> differences = new ArrayList<>();
    List<String> tables = tables(now);
    List<String> tablesBefore = tables(before);
    if (!tables.equals(tablesBefore)) {
      differences.add(
          PlanText.TABLES.of(String.join(", ", tables), String.join(", ", tablesBefore)));
    }
    for (PlanStep step : now.steps()) {
      PlanStep earlier = step(before, step.table());
      if (earlier != null) {
        compare(step, earlier, differences);
      }
    }
    return differences.isEmpty() ? List.of(PlanText.SAME.of()) : differences;
  }

  private static List<String> tables(StatementPlan plan) {
    return plan.steps().stream().map(PlanStep::table).filter(name -> !name.isEmpty()).toList();
  }

  private static @Nullable PlanStep step(StatementPlan plan, String table) {
    return table.isEmpty()
        ? null
        : plan.steps().stream().filter(s -> s.table().equals(table)).findFirst().orElse(null);
  }

  private static void compare(PlanStep now, PlanStep before, List<Sentence> differences) {
    if (!now.key().equals(before.key())) {
      differences.add(PlanText.KEY.of(now.table(), index(now), index(before)));
    }
    if (!now.access().equals(before.access())) {
      differences.add(PlanText.ACCESS.of(now.table(), now.access(), before.access()));
    }
    Double rows = now.rows();
    Double earlier = before.rows();
    if (rows != null && earlier != null && factor(rows, earlier) >= SAME_ROWS) {
      differences.add(PlanText.ROWS.of(now.table(), number(rows), number(earlier)));
    }
  }

  private static double factor(double one, double two) {
    return Math.max(one, two) / Math.max(1, Math.min(one, two));
  }

  private static String number(double rows) {
    return String.format(Locale.ROOT, "%,.0f", rows);
  }

  private static Sentence index(PlanStep step) {
    return step.key().isEmpty() ? PlanText.NO_INDEX.of() : Sentence.plain(step.key());
  }
}
