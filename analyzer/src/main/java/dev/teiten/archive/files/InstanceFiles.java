package dev.teiten.archive.files;

import dev.teiten.load.Instance;
import dev.teiten.load.TimeRange;
import dev.teiten.source.InstanceDay;
import dev.teiten.source.MonitoredInstance;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * The files of an instance under every name that its cluster had. New days are written into the
 * folder of the first name, so that a renamed cluster keeps one folder.
 */
public final class InstanceFiles {
  private final ArchiveFiles files;
  private final Inventory inventory;

  public InstanceFiles(ArchiveFiles files, Inventory inventory) {
    this.files = files;
    this.inventory = inventory;
  }

  /** The instance under the name of its cluster that its folder bears. */
  public MonitoredInstance filed(MonitoredInstance instance) {
    List<String> names = inventory.clusterNames(InstanceKey.of(instance));
    return names.isEmpty() ? instance : instance.inCluster(names.get(0));
  }

  /** The day under the name of the cluster that the instance's folder bears. */
  public InstanceDay filed(InstanceDay day) {
    return new InstanceDay(
        filed(day.instance()), day.range(), day.series(), day.texts(), day.lacks());
  }

  public boolean hasWhole(MonitoredInstance instance, LocalDate day) {
    return files.hasWhole(instance, day)
        || inventory.clusterNames(InstanceKey.of(instance)).stream()
            .anyMatch(name -> files.hasWhole(instance.inCluster(name), day));
  }

  /** When a partial day was written; null if there is none. */
  public @Nullable Instant writtenAt(MonitoredInstance instance, LocalDate day) {
    Path file = files.partial(filed(instance), day).orElse(null);
    return file == null ? null : ArchiveFiles.lastChange(file).toInstant();
  }

  /** An instance's files of the UTC days that overlap the range, one a day, oldest first. */
  public List<Path> days(String region, Instance instance, TimeRange range) {
    return List.copyOf(
        all(region, instance).subMap(first(range), true, last(range), true).values());
  }

  private static LocalDate first(TimeRange range) {
    return LocalDate.ofInstant(range.from(), ZoneOffset.UTC);
  }

  private static LocalDate last(TimeRange range) {
    return LocalDate.ofInstant(range.to().minusNanos(1), ZoneOffset.UTC);
  }

  /** The UTC days for which there is a file, whether it is damaged or not. */
  public List<LocalDate> named(String region, Instance instance) {
    InstanceKey key = new InstanceKey(region, instance.resourceId());
    return inventory.clusterNames(key).stream()
        .map(cluster -> files.folder(region, cluster, instance.resourceId()))
        .flatMap(folder -> DayIdentity.days(folder).stream())
        .distinct()
        .toList();
  }

  /** Name, size and time of the files of the UTC days that overlap the range, damaged ones too. */
  public List<String> identities(String region, Instance instance, TimeRange range) {
    InstanceKey key = new InstanceKey(region, instance.resourceId());
    List<String> identities = new ArrayList<>();
    for (String cluster : inventory.clusterNames(key)) {
      Path folder = files.folder(region, cluster, instance.resourceId());
      identities.add(folder.getFileName().toString());
      identities.addAll(DayIdentity.within(folder, first(range), last(range)));
    }
    return identities;
  }

  /** The damaged files of an instance, which count as missing. */
  public List<Path> damaged(String region, Instance instance) {
    InstanceKey key = new InstanceKey(region, instance.resourceId());
    return files.damaged(region, inventory.clusterNames(key), instance.resourceId());
  }

  /** The days of an instance that have a file, oldest first. */
  public List<LocalDate> daysOf(String region, Instance instance) {
    return List.copyOf(all(region, instance).keySet());
  }

  private NavigableMap<LocalDate, Path> all(String region, Instance instance) {
    InstanceKey key = new InstanceKey(region, instance.resourceId());
    return files.days(region, inventory.clusterNames(key), instance.resourceId());
  }
}
