package dev.teiten.archive.files;

import dev.teiten.load.StatementPlan;
import dev.teiten.load.StatementPlan.PlanStep;
import dev.teiten.load.StatementPlan.TableIndex;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The plans of queries. Steps and indexes are stored a line each, with a tab between their fields.
 */
public final class PlanTable {
  private static final PartTable.Layout<StoredPlan> LAYOUT =
      new PartTable.Layout<>(
          "plans",
          List.of(
              "made_at TIMESTAMP",
              "region VARCHAR",
              "cluster VARCHAR",
              "fingerprint VARCHAR",
              "server VARCHAR",
              "steps VARCHAR",
              "indexes VARCHAR",
              "measured VARCHAR"),
          PlanTable::read);

  private static final int STEP_FIELDS = 10;
  private static final int INDEX_FIELDS = 5;

  private final PartTable<StoredPlan, List<StoredPlan>> table;

  public PlanTable(ArchiveFiles files, ArchiveEngine engine) {
    this.table =
        new PartTable<>(
            files,
            engine,
            LAYOUT,
            plans ->
                plans.stream()
                    .sorted(Comparator.comparing((StoredPlan stored) -> stored.plan.at()))
                    .toList());
  }

  /** A plan with the region and identifier of its cluster. */
  public record StoredPlan(String region, String cluster, StatementPlan plan) {}

  /** Adds a plan. */
  public void add(StoredPlan stored) {
    StatementPlan plan = stored.plan;
    table.add(
        List.of(
            Arrays.asList(
                UtcTimestamps.of(plan.at()),
                stored.region,
                stored.cluster,
                plan.fingerprint(),
                plan.server(),
                plan.steps().stream().map(PlanTable::line).collect(Collectors.joining("\n")),
                plan.indexes().stream().map(PlanTable::line).collect(Collectors.joining("\n")),
                plan.measured())));
  }

  /** Every plan, oldest first. */
  public List<StoredPlan> all() {
    return table.content();
  }

  private static String line(PlanStep step) {
    return line(
        step.select(),
        step.table(),
        step.access(),
        step.possibleKeys(),
        step.key(),
        step.keyLength(),
        step.ref(),
        step.rows(),
        step.filtered(),
        step.extra());
  }

  private static String line(TableIndex index) {
    return line(index.table(), index.name(), index.columns(), index.unique(), index.cardinality());
  }

  private static String line(@Nullable Object... fields) {
    return Arrays.stream(fields)
        .map(field -> field == null ? "" : field.toString().replaceAll("[\t\r\n]", " "))
        .collect(Collectors.joining("\t"));
  }

  private static @Nullable StoredPlan read(ArchiveRow row) {
    Instant at = row.instantOrNull("made_at");
    String region = row.textOrNull("region");
    String cluster = row.textOrNull("cluster");
    String fingerprint = row.textOrNull("fingerprint");
    if (at == null || region == null || cluster == null || fingerprint == null) {
      return null;
    }
    List<PlanStep> steps =
        fields(row.text("steps"), STEP_FIELDS).stream().map(PlanTable::step).toList();
    List<TableIndex> indexes =
        fields(row.text("indexes"), INDEX_FIELDS).stream().map(PlanTable::index).toList();
    return new StoredPlan(
        region,
        cluster,
        new StatementPlan(
            fingerprint, at, row.text("server"), steps, indexes, row.textOrNull("measured")));
  }

  private static List<String[]> fields(String lines, int count) {
    return lines.lines().map(line -> line.split("\t", -1)).filter(f -> f.length == count).toList();
  }

  private static PlanStep step(String[] f) {
    return new PlanStep(f[0], f[1], f[2], f[3], f[4], f[5], f[6], number(f[7]), number(f[8]), f[9]);
  }

  private static TableIndex index(String[] f) {
    Double cardinality = number(f[4]);
    return new TableIndex(
        f[0],
        f[1],
        f[2],
        Boolean.parseBoolean(f[3]),
        cardinality == null ? null : cardinality.longValue());
  }

  private static @Nullable Double number(String text) {
    return text.isEmpty() ? null : Double.valueOf(text);
  }
}
