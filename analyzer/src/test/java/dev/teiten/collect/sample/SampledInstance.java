package dev.teiten.collect.sample;

import dev.teiten.load.Cluster.StorageType;
import dev.teiten.load.Engine;
import dev.teiten.load.Instance;
import dev.teiten.load.Role;
import dev.teiten.source.MonitoredInstance;
import java.time.Instant;

/** A server as a sampler sees it. */
public final class SampledInstance {
  private SampledInstance() {}

  public static MonitoredInstance instance(String resourceId) {
    Instance instance =
        new Instance(resourceId, "db-1", "8.4.9", null, Role.WRITER, null, null, null);
    Instant seen = Instant.parse("2026-11-09T10:00:00Z");
    return new MonitoredInstance(
        "local", "sampled", Engine.MYSQL, StorageType.STANDARD, instance, false, 0, null, seen);
  }
}
