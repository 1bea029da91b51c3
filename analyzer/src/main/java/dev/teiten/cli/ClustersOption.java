package dev.teiten.cli;

import java.util.LinkedHashSet;
import java.util.Set;
import picocli.CommandLine.Option;

/** The option {@code --cluster} of commands that read several clusters. */
final class ClustersOption {
  @Option(
      names = "--cluster",
      paramLabel = "NAME",
      split = ",",
      description = "Only these clusters, as name or name@region; default: all.")
  Set<String> names = new LinkedHashSet<>();
}
