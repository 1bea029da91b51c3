package dev.teiten.cli;

import picocli.CommandLine.Mixin;

/** One week of one cluster of an archive. */
final class ClusterWeekOptions {
  @Mixin ArchiveOption archiveOption = new ArchiveOption();
  @Mixin WeekOptions weeks = new WeekOptions();
  @Mixin ClusterOption cluster = new ClusterOption();
}
