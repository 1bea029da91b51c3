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

  /** What there is to ask, one by one: a version that the service does not know costs itself. */
  List<Runnable> questions(Collection<MonitoredInstance> instances, Instant now) {
    Set<Version> versions = new HashSet<>();
    for (MonitoredInstance each : instances) {
      versions.add(new Version(each.region(), each.engine(), each.instance().engineVersion()));
    }
    List<Runnable> open = new ArrayList<>();
    for (Version one : versions) {
      boolean fresh =
          archive
              .orderable(one.region, one.engine, one.version)
              .filter(known -> known.seenAt().isAfter(now.minus(FRESH)))
              .isPresent();
      if (!fresh) {
        open.add(() -> source.orderable(one.engine, one.version).ifPresent(archive::addOrderable));
      }
    }
    return open;
  }
}
