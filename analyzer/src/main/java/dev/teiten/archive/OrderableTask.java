package dev.teiten.archive;

import dev.teiten.collect.LoadSource;
import dev.teiten.collect.MonitoredInstance;
import dev.teiten.load.Engine;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Asks now and then which classes can be had for the engine versions that run. */
final class OrderableTask {
  /** AWS adds a class to a region a few times a year. */
  private static final Duration FRESH = Duration.ofDays(14);

  private final LoadSource source;
  private final Archive archive;

  private record Version(String region, Engine engine, String version) {}

  OrderableTask(LoadSource source, Archive archive) {
    this.source = source;
    this.archive = archive;
  }

  void collect(Collection<MonitoredInstance> instances, Instant now) {
    Set<Version> versions = new HashSet<>();
    for (MonitoredInstance each : instances) {
      versions.add(new Version(each.region(), each.engine(), each.instance().engineVersion()));
    }
    for (Version one : versions) {
      boolean fresh =
          archive
              .orderable(one.region, one.engine, one.version)
              .filter(known -> known.seenAt().isAfter(now.minus(FRESH)))
              .isPresent();
      if (!fresh) {
        source.orderable(one.engine, one.version).ifPresent(archive::addOrderable);
      }
    }
  }
}
