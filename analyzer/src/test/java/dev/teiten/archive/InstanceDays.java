package dev.teiten.archive;

import dev.teiten.load.Cluster.StorageType;
import dev.teiten.load.Engine;
import dev.teiten.load.Instance;
import dev.teiten.load.Role;
import dev.teiten.load.TimeRange;
import dev.teiten.source.InstanceDay;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.SourceSeries;
import dev.teiten.source.SourceSeries.SeriesKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Builds test instances and their days. */
public final class InstanceDays {
  private InstanceDays() {}

  /** An instance of a class and role, as the source shows it at an instant. */
  public static MonitoredInstance instance(
      String region, String cluster, String name, String type, Role role, Instant seenAt) {
    return instance(region, cluster, name, type, role, null, seenAt);
  }

  public static MonitoredInstance instance(
      String region,
      String cluster,
      String name,
      String type,
      Role role,
      @Nullable Instant createdAt,
      Instant seenAt) {
    Instance instance =
        new Instance("db-" + region + "-" + name, name, "8.0", type, role, "a", 1, createdAt);
    return new MonitoredInstance(
        cluster,
        region,
        Engine.AURORA_MYSQL,
        StorageType.STANDARD,
        instance,
        true,
        7,
        "default",
        seenAt);
  }

  /**
   * A whole UTC day of data.
   *
   * @param total AAS in the minute that starts then; NaN for a minute without data
   */
  public static InstanceDay day(
      MonitoredInstance instance, LocalDate date, ToDoubleFunction<Instant> total) {
    Instant from = date.atStartOfDay(ZoneOffset.UTC).toInstant();
    float[] values = new float[24 * 60];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) total.applyAsDouble(from.plusSeconds(60L * i));
    }
    return new InstanceDay(
        instance,
        new TimeRange(from, date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()),
        List.of(new SourceSeries(SeriesKind.TOTAL, "", "", from, 60, values)),
        List.of(),
        List.of());
  }
}
