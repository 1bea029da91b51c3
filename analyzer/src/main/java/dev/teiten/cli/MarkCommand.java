package dev.teiten.cli;

import dev.teiten.archive.Archive;
import dev.teiten.load.ClusterMark;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "mark",
    description = "Notes that something happened to a cluster, such as a deploy.",
    footer = {
      "",
      "What RDS did (failovers, restarts, other classes) is marked by `collect`. Example:",
      "  teiten mark --archive DIR --cluster pairs-main --at 2026-11-10T14:00:00Z --label \"deploy 1234\""
    })
final class MarkCommand implements Callable<Integer> {
  @Mixin ArchiveOption archiveOption = new ArchiveOption();
  @Mixin ClusterOption cluster = new ClusterOption();

  @Option(
      names = "--at",
      paramLabel = "T",
      description = "When, such as 2026-11-10T14:00:00Z; default: now.")
  @Nullable String at;

  @Option(
      names = "--label",
      required = true,
      paramLabel = "TEXT",
      description = "What, in 1 to 200 characters.")
  String label = "";

  @Override
  public Integer call() {
    Instant now = Clock.systemUTC().instant();
    ClusterMark mark =
        new ClusterMark(at(now), cluster.name, label, ClusterMark.Source.MANUAL).checkedAt(now);
    try (Archive archive = archiveOption.open()) {
      archive.addMark(mark);
      return 0;
    }
  }

  private Instant at(Instant now) {
    return at == null ? now : RangeOptions.instant("--at", at);
  }
}
