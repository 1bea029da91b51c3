package dev.teiten.collect;

import dev.teiten.archive.Archive;
import dev.teiten.load.Engine;
import dev.teiten.source.LoadSource;
import dev.teiten.source.MonitoredInstance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Requests the classes that can be ordered for the running engine versions, now and then. */
final class OrderableTask {
  /** AWS adds a class to a region a few times a year. */
  private static final Duration FRESH = Duration.ofDays(14);

  private final LoadSource source;
  private final Archive archive;

  private record EngineVersion(String region, Engine engine, String version) {}

  OrderableTask(LoadSource source, Archive archive) {
    this.source = source;
    this.archive = archive;
  }

  /** A request for each version without a fresh answer; each may fail by itself. */
  List<Runnable> requests(Collection<MonitoredInstance> instances, Instant now) {
    Set<EngineVersion> versions = new HashSet<>();
    for (MonitoredInstance instance : instances) {
      versions.add(
          new EngineVersion(
              instance.region(), instance.engine(), instance.instance().engineVersion()));
    }
    List<Runnable> requests = new ArrayList<>();
    for (EngineVersion version : versions) {
      boolean fresh =
          archive
              .regions()
              .orderable(version.region, version.engine, version.version)
              .filter(answer -> answer.seenAt().isAfter(now.minus(FRESH)))
              .isPresent();
      if (!fresh) {
        requests.add(
            () ->
                source
                    .orderable(version.engine, version.version)
                    .ifPresent(archive.regions()::add));
      }
    }
    return requests;
  }
}
