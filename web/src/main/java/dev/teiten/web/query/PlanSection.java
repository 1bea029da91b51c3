package dev.teiten.web.query;

import dev.teiten.load.StatementPlan;
import dev.teiten.load.StatementPlan.PlanStep;
import dev.teiten.load.StatementPlan.TableIndex;
import dev.teiten.review.PlanComparison;
import dev.teiten.web.view.DateFormats;
import dev.teiten.web.view.NumberFormats;
import java.util.List;

/**
 * The newest plan of a query, with its difference from the plan before.
 *
 * @param made when and by which server; empty if there is no plan
 * @param changes empty if there is no earlier plan
 * @param measured the tree of EXPLAIN ANALYZE; empty if it was not run
 */
public record PlanSection(
    String made,
    List<StepRow> steps,
    List<String> changes,
    List<IndexRow> indexes,
    String measured) {

  /** The reading of one table. */
  public record StepRow(
      String table, String access, String index, String considered, String rows, String extra) {}

  /** An index of a table of the query. */
  public record IndexRow(String table, String name, String columns, String values) {}

  /**
   * @param plans of the query, oldest first
   */
  static PlanSection of(List<StatementPlan> plans, DateFormats dates) {
    if (plans.isEmpty()) {
      return new PlanSection("", List.of(), List.of(), List.of(), "");
    }
    StatementPlan plan = plans.get(plans.size() - 1);
    List<String> changes =
        plans.size() < 2
            ? List.of()
            : PlanComparison.of(plan, plans.get(plans.size() - 2)).stream()
                .map(dates.texts()::say)
                .toList();
    return new PlanSection(
        dates.texts().get("plan.made", dates.timestamp(plan.at()), plan.server()),
        plan.steps().stream().map(PlanSection::row).toList(),
        changes,
        plan.indexes().stream().map(PlanSection::row).toList(),
        plan.measured() == null ? "" : plan.measured());
  }

  /** Whether a plan has been asked for. */
  public boolean isKnown() {
    return !made.isEmpty();
  }

  private static StepRow row(PlanStep step) {
    return new StepRow(
        step.table(),
        step.access(),
        step.key(),
        step.possibleKeys().replace(",", ", "),
        step.rows() == null ? NumberFormats.UNKNOWN : NumberFormats.count(step.rows()),
        step.extra());
  }

  private static IndexRow row(TableIndex index) {
    return new IndexRow(
        index.table(),
        index.name(),
        index.columns().replace(",", ", "),
        index.cardinality() == null
            ? NumberFormats.UNKNOWN
            : NumberFormats.count((double) index.cardinality()));
  }
}
