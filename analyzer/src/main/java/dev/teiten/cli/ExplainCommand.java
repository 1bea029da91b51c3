package dev.teiten.cli;

import dev.teiten.archive.Archive;
import dev.teiten.load.Engine;
import dev.teiten.load.Sentence;
import dev.teiten.load.StatementPlan;
import dev.teiten.load.StatementPlan.PlanStep;
import dev.teiten.load.StatementText;
import dev.teiten.load.TeitenException;
import dev.teiten.normalize.LiteralFindings;
import dev.teiten.normalize.NormalizedStatement;
import dev.teiten.normalize.StatementNormalizer;
import dev.teiten.normalize.scan.Dialect;
import dev.teiten.review.JsonDocuments;
import dev.teiten.review.PlanComparison;
import dev.teiten.review.TextTable;
import dev.teiten.source.mysql.MysqlAddress;
import dev.teiten.source.mysql.MysqlPlanner;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "explain",
    description = {
      "Asks a MySQL server for the plan of a query, and keeps it without literals.",
      "The statement is a sample of the server itself. EXPLAIN runs in a read-only transaction with",
      "a time limit."
    },
    footer = {
      "",
      "User and password: TEITEN_EXPLAIN_USER and TEITEN_EXPLAIN_PASSWORD. The user needs SELECT on",
      "performance_schema.* and on the query's tables, and nothing else. Example:",
      "  teiten explain --archive DIR --cluster shop --fingerprint t3-9f3c... \\",
      "    --jdbc-url jdbc:mysql://replica.example:3306/"
    })
final class ExplainCommand implements Callable<Integer> {
  @Mixin ArchiveOption archiveOption = new ArchiveOption();
  @Mixin OutputOption output = new OutputOption();
  @Mixin ClusterOption cluster = new ClusterOption();
  @Spec CommandSpec spec;

  @Option(
      names = "--fingerprint",
      required = true,
      paramLabel = "F",
      description = "The query, as `rank` names it.")
  String fingerprint = "";

  @Option(
      names = "--jdbc-url",
      required = true,
      paramLabel = "URL",
      description = "A server that runs the query; best a replica.")
  String jdbcUrl = "";

  @Option(
      names = "--analyze",
      description = "Also runs the statement, for 30 s at most, and measures each step.")
  boolean analyze;

  private final Clock clock = Clock.systemUTC();

  @Override
  public Integer call() {
    MysqlAddress address = MysqlAddress.of(jdbcUrl, "TEITEN_EXPLAIN", System.getenv());
    try (Archive archive = archiveOption.open()) {
      Engine engine = archive.cluster(cluster.name, clock.instant()).engine();
      NormalizedStatement query = find(archive, engine);
      StatementPlan plan =
          new MysqlPlanner(address, new LiteralFindings(), clock)
              .explain(query.id(), query.tables(), analyze);
      List<StatementPlan> before = archive.plans().of(cluster.name, query.id());
      archive.plans().add(cluster.name, plan);
      print(plan, before);
      return 0;
    }
  }

  /** The query by its id of today, or an earlier one. */
  private NormalizedStatement find(Archive archive, Engine engine) {
    if (engine.isPostgresql()) {
      throw new TeitenException(
          "Plans are asked of MySQL only, and " + cluster.name + " is " + engine.rdsName(),
          "Name a cluster of MySQL.");
    }
    StatementNormalizer normalizer = new StatementNormalizer(Dialect.of(engine));
    for (StatementText text : archive.statements().values()) {
      NormalizedStatement statement = normalizer.normalize(text);
      if (statement.id().equals(fingerprint) || statement.formerId().equals(fingerprint)) {
        return statement;
      }
    }
    throw new TeitenException(
        "The archive has no query " + fingerprint, "`teiten rank` names the queries.");
  }

  private void print(StatementPlan plan, List<StatementPlan> before) {
    List<String> changes =
        before.isEmpty()
            ? List.of()
            : PlanComparison.of(plan, before.get(before.size() - 1)).stream()
                .map(Sentence::text)
                .toList();
    PrintWriter out = spec.commandLine().getOut();
    Map<String, Object> document = new HashMap<>();
    document.put("plan", plan);
    document.put("changes", changes);
    output.print(out, () -> table(plan), () -> table(plan), () -> JsonDocuments.write(document));
    if (output.isTable()) {
      changes.forEach(out::println);
      if (plan.measured() != null) {
        out.println(plan.measured());
      }
    }
    out.flush();
  }

  private static TextTable table(StatementPlan plan) {
    List<List<String>> rows = plan.steps().stream().map(ExplainCommand::row).toList();
    return new TextTable(
        List.of(
            "select", "table", "access", "index", "possible", "ref", "rows", "filtered", "extra"),
        rows);
  }

  private static List<String> row(PlanStep step) {
    return List.of(
        step.select(),
        step.table(),
        step.access(),
        step.key(),
        step.possibleKeys(),
        step.ref(),
        step.rows() == null ? "" : String.format(Locale.ROOT, "%.0f", step.rows()),
        step.filtered() == null ? "" : String.format(Locale.ROOT, "%.0f %%", step.filtered()),
        step.extra());
  }
}
