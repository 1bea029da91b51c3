package dev.teiten.cli;

import picocli.CommandLine.Option;

/** The option {@code --cluster} of commands about one cluster. */
final class ClusterOption {
  @Option(
      names = "--cluster",
      required = true,
      paramLabel = "NAME",
      description = "The cluster, by its name in the archive.")
  String name = "";
}
