package dev.teiten.cli;

import dev.teiten.load.SettingException;
import dev.teiten.review.JsonDocuments;
import dev.teiten.review.TextTable;
import dev.teiten.source.CheckResult;
import dev.teiten.source.LoadSource;
import dev.teiten.source.mysql.MysqlAddress;
import dev.teiten.source.mysql.ServerCheck;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "check",
    description = {
      "Tries credentials, each permission, Performance Insights, retention and the clock.",
      "With --archive it reads every file of an archive instead, and its store of tasks.",
      "With --jdbc-url it tries all that sampling a MySQL server needs instead."
    },
    footer = {
      "",
      "Examples:",
      "  teiten check --region ap-northeast-1",
      "  teiten check --archive /var/lib/teiten --repair",
      "  teiten check --jdbc-url jdbc:mysql://db.example:3306/"
    })
final class CheckCommand implements Callable<Integer> {
  @Mixin AwsOptions aws = new AwsOptions();

  @Option(names = "--archive", paramLabel = "DIR", description = "The archive to be read.")
  @Nullable Path archive;

  @Option(
      names = "--repair",
      description =
          "With --archive: sets damaged files aside, so that collect fetches their days again while"
              + " it can, and gives files of earlier versions a checksum.")
  boolean repair;

  @Option(
      names = "--jdbc-url",
      paramLabel = "URL",
      description =
          "The MySQL to be sampled; user and password: TEITEN_SAMPLE_USER and"
              + " TEITEN_SAMPLE_PASSWORD.")
  @Nullable String jdbcUrl;

  @Mixin OutputOption output = new OutputOption();
  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    if (repair && archive == null) {
      throw new SettingException("--repair needs --archive", "Name the archive to be repaired.");
    }
    List<CheckResult> results = results();
    List<Map<String, String>> missing =
        results.stream().map(CheckResult::statement).filter(s -> !s.isEmpty()).distinct().toList();
    List<String> sql = results.stream().flatMap(r -> r.sql().stream()).distinct().toList();
    PrintWriter out = spec.commandLine().getOut();
    output.print(
        out,
        () -> table(folded(results)),
        () -> table(results),
        () ->
            JsonDocuments.write(
                Map.of("checks", results, "missingStatements", missing, "sql", sql)));
    if (output.isTable() && !missing.isEmpty()) {
      out.println();
      out.println("Add to the policy of the role or user:");
      out.println(JsonDocuments.write(Map.of("Version", "2012-10-17", "Statement", missing)));
    }
    if (output.isTable() && !sql.isEmpty()) {
      out.println();
      out.println("An administrator of the server runs what is wanted of:");
      sql.forEach(out::println);
    }
    return results.stream().anyMatch(r -> r.state() == CheckResult.State.FAILED)
        ? CommandErrors.FAILED
        : 0;
  }

  private List<CheckResult> results() {
    if (jdbcUrl != null) {
      return ServerCheck.of(MysqlAddress.of(jdbcUrl, System.getenv()), Clock.systemUTC());
    }
    return archive == null ? sources() : new ArchiveChecks(archive).results(repair);
  }

  private List<CheckResult> sources() {
    List<CheckResult> results = new ArrayList<>();
    for (LoadSource source : aws.sources(Clock.systemUTC())) {
      try (source) {
        results.addAll(source.check());
      }
    }
    return results;
  }

  /** Checks that are fine share a line for each place, so that problems stand out. */
  private static List<CheckResult> folded(List<CheckResult> results) {
    Map<String, List<CheckResult>> fine =
        results.stream()
            .filter(r -> r.state() == CheckResult.State.OK)
            .collect(
                Collectors.groupingBy(CheckResult::place, LinkedHashMap::new, Collectors.toList()));
    List<CheckResult> folded = new ArrayList<>();
    fine.forEach((place, ok) -> folded.add(line(place, ok)));
    results.stream().filter(r -> r.state() != CheckResult.State.OK).forEach(folded::add);
    return folded;
  }

  private static CheckResult line(String place, List<CheckResult> fine) {
    Map<String, List<CheckResult>> kinds =
        fine.stream()
            .collect(
                Collectors.groupingBy(
                    r -> r.name().split("[ :]", 2)[0], LinkedHashMap::new, Collectors.toList()));
    String message =
        kinds.entrySet().stream()
            .map(kind -> kind(kind.getKey(), kind.getValue()))
            .collect(Collectors.joining(", "));
    String hint =
        fine.stream()
            .map(CheckResult::hint)
            .filter(text -> !text.isEmpty())
            .distinct()
            .collect(Collectors.joining(" "));
    String name = fine.size() + " checks";
    return new CheckResult(place, name, CheckResult.State.OK, message, hint, Map.of());
  }

  /** How many checks of a kind are fine; of the instances, with what they have in common. */
  private static String kind(String name, List<CheckResult> fine) {
    String count = fine.size() == 1 ? name : name + " " + fine.size();
    if (!name.equals(CheckResult.INSIGHTS)) {
      return count;
    }
    Map<String, Long> messages =
        fine.stream()
            .collect(
                Collectors.groupingBy(
                    CheckResult::message, LinkedHashMap::new, Collectors.counting()));
    return count
        + messages.entrySet().stream()
            .map(
                each ->
                    messages.size() == 1 ? each.getKey() : each.getValue() + " " + each.getKey())
            .collect(Collectors.joining("; ", " (", ")"));
  }

  private static TextTable table(List<CheckResult> results) {
    List<List<String>> rows =
        results.stream()
            .map(
                r ->
                    List.of(
                        r.state().name().toLowerCase(Locale.ROOT),
                        r.place(),
                        r.name(),
                        r.message(),
                        r.hint()))
            .toList();
    return new TextTable(List.of("state", "place", "check", "message", "hint"), rows);
  }
}
