package dev.teiten.web.sample;

import dev.teiten.archive.Archive;
import dev.teiten.archive.duckdb.DuckDbEngine;
import dev.teiten.load.Cluster;
import dev.teiten.source.MonitoredInstance;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** An archive of clusters; each is odd in one way. */
public final class EdgeArchive {
  /** An identifier that every page has to escape; clusters in two regions have it. */
  public static final String ODD = "main ü&<b>\"x\"'?#%;=";

  /** Its source names no query, and each of its instances has changed its class in the week. */
  public static final String UNNAMED = "unnamed";

  /** Its load was sampled, not collected from AWS. */
  public static final String SAMPLED = "sampled";

  private static final double SCALE = 0.1;
  private static final int HISTORY_WEEKS = 3;
  private static final LocalDate MONDAY = SampleFacts.WEEK.monday();

  private EdgeArchive() {}

  /** Writes every odd cluster. */
  public static Archive write() {
    Archive archive = new Archive(SampleArchive.folder(), new DuckDbEngine());
    SampleArchive.addTexts(archive, SampleQueries.changing());
    addPair(archive, cluster(ODD, "eu-west-1", 2), HISTORY_WEEKS);
    archive.addInventory(cluster(ODD, "eu-west-2", 2).instances());
    addPair(archive, cluster(SAMPLED, Cluster.SAMPLED, 2), 0);
    addUnnamed(archive, cluster(UNNAMED, "eu-west-1", 9));
    return archive;
  }

  private static SampleCluster cluster(String identifier, String region, int size) {
    return new SampleCluster(
        identifier, region, "db.r5.8xlarge", size, SCALE, SampleQueries.changing());
  }

  private static void addPair(Archive archive, SampleCluster cluster, int historyWeeks) {
    archive.addInventory(cluster.instances());
    MONDAY
        .minusWeeks(historyWeeks)
        .datesUntil(MONDAY.plusWeeks(1))
        .forEach(date -> SampleArchive.putDay(archive, cluster, date));
  }

  private static void addUnnamed(Archive archive, SampleCluster cluster) {
    archive.addInventory(cluster.instances());
    Instant changed = MONDAY.with(DayOfWeek.WEDNESDAY).atStartOfDay(ZoneOffset.UTC).toInstant();
    List<MonitoredInstance> instances = cluster.instances("db.r5.4xlarge", changed);
    archive.addInventory(instances);
    for (MonitoredInstance instance : instances) {
      MONDAY
          .datesUntil(MONDAY.plusWeeks(1))
          .forEach(date -> archive.putDay(SampleDay.unnamed(cluster, instance, date), true));
    }
  }
}
