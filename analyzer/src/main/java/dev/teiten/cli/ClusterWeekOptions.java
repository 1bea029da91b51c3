package dev.teiten.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One week of one cluster of an archive. */
final class ClusterWeekOptions {
  @Mixin ArchiveOption archiveOption = new ArchiveOption();
  @Mixin WeekOptions weeks = new WeekOptions();
  @Mixin ShardOption shardOption = new ShardOption();

  @Option(names = "--cluster", required = true, paramLabel = "NAME", description = "The cluster.")
  String cluster = "";
}
