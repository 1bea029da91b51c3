package dev.teiten.cli;

import dev.teiten.load.TeitenException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "sample",
    description = "Samples performance_schema of any MySQL 8 once a second (not built yet).",
    footer = {
      "",
      "Example:",
      "  teiten sample --archive DIR --jdbc-url jdbc:mysql://127.0.0.1/ --cluster local --for PT1H"
    })
final class SampleCommand implements Callable<Integer> {
  @Mixin ArchiveOption archiveOption = new ArchiveOption();

  @Option(
      names = "--jdbc-url",
      required = true,
      paramLabel = "URL",
      description = "The MySQL to sample.")
  String jdbcUrl = "";

  @Option(
      names = "--cluster",
      required = true,
      paramLabel = "NAME",
      description = "The name to keep it under.")
  String cluster = "";

  @Option(
      names = "--for",
      defaultValue = "PT1H",
      paramLabel = "DURATION",
      description = "How long; default: PT1H.")
  String duration = "PT1H";

  @Override
  public Integer call() {
    throw new TeitenException(
        "`teiten sample` is not built yet",
        "Collect from Performance Insights with `teiten collect` meanwhile.");
  }
}
