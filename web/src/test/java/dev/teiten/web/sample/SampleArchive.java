package dev.teiten.web.sample;

import dev.teiten.archive.Archive;
import dev.teiten.archive.duckdb.DuckDbEngine;
import dev.teiten.load.ClusterMark;
import dev.teiten.source.DigestText;
import dev.teiten.source.MonitoredInstance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * The archive of the sample fleet, written once. {@code main} has nine instances and every kind of
 * change; {@code billing} is quiet and without a price; {@code idle} has no data.
 */
final class SampleArchive {
  private SampleArchive() {}

  /** Writes six weeks of data. */
  static Archive write() {
    Archive archive = new Archive(folder(), new DuckDbEngine());
    for (SampleCluster cluster :
        List.of(SampleCluster.MAIN, SampleCluster.BILLING, SampleCluster.IDLE)) {
      archive.addInventory(cluster.instances());
    }
    for (SampleCluster cluster : List.of(SampleCluster.MAIN, SampleCluster.BILLING)) {
      addTexts(archive, cluster.queries());
      days().parallel().forEach(date -> putDay(archive, cluster, date));
    }
    mark(archive, SampleFacts.DEPLOYED, "deploy 1234: likes by day", ClusterMark.Source.MANUAL);
    mark(
        archive,
        SampleFacts.GAP.from(),
        "main-5: DB instance restarted",
        ClusterMark.Source.RDS_EVENT);
    return archive;
  }

  /** An empty folder. */
  static Path folder() {
    try {
      return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "sample-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void addTexts(Archive archive, List<SampleQuery> queries) {
    archive.addTexts(
        queries.stream()
            .map(q -> new DigestText(q.digest(), q.statement(), q.isComplete()))
            .toList());
  }

  private static Stream<LocalDate> days() {
    LocalDate last = SampleFacts.WEEK.monday().plusWeeks(1);
    return last.minusWeeks(SampleFacts.WEEKS).datesUntil(last);
  }

  static void putDay(Archive archive, SampleCluster cluster, LocalDate date) {
    boolean newest = !date.isBefore(SampleFacts.WEEK.monday());
    for (MonitoredInstance instance : cluster.instances()) {
      archive.putDay(
          newest
              ? SampleDay.byMinute(cluster, instance, date)
              : SampleDay.byHour(cluster, instance, date),
          true);
    }
  }

  private static void mark(Archive archive, Instant at, String label, ClusterMark.Source source) {
    archive.addMark(new ClusterMark(at, "main", label, source));
  }
}
