package dev.teiten.size;

import dev.teiten.cpu.InstanceClass;
import dev.teiten.load.InstanceLoad;
import dev.teiten.size.CapacityForecast.ClusterCpuUse;
import dev.teiten.size.SizingAdvice.Guard;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether locks stay clear of saturation. A slower CPU holds them longer, and near saturation the
 * waits grow without bound: from there on nothing about the capacity can be predicted.
 */
final class LockGuard {
  /** Of the time, that a contended lock may be held. */
  private static final double LIMIT = 0.8;

  private final SizingContext study;
  private final @Nullable LockHold writer;
  private final @Nullable LockHold readers;

  LockGuard(SizingContext study, ClusterMembers members) {
    this.study = study;
    InstanceLoad first = members.writer();
    this.writer = first == null ? null : LockHold.of(List.of(first));
    this.readers = LockHold.of(members.readers());
  }

  /** The highest of today, 0..1; null without lock waits that matter. */
  @Nullable Double held() {
    LockHold hold =
        writer != null && (readers == null || writer.held() > readers.held()) ? writer : readers;
    return hold == null ? null : hold.held();
  }

  Guard check(ClusterShape shape, ClusterDemand workload) {
    if (writer == null && readers == null) {
      return ResourceGuards.guard("locks", true, SizingText.NO_LOCKS);
    }
    ClusterShape today = study.basis().today();
    ClusterCpuUse before = study.forecast().now(today, study.workload(List.of()));
    ClusterCpuUse after = study.outlook(shape, workload).next();
    double onWriter = 0;
    if (writer != null && !shape.writer().equals(today.writer())) {
      onWriter =
          held(
              writer,
              workload,
              1,
              slower(
                  today.writer(),
                  before.writer(),
                  before.writerStretch(),
                  shape.writer(),
                  after.writer(),
                  after.writerStretch()));
    }
    double onReader = 0;
    if (readers != null && shape.readers() > 0 && !shape.equals(today)) {
      onReader =
          held(
              readers,
              workload,
              (double) today.readers() / shape.readers(),
              slower(
                  today.readerOrWriter(),
                  before.reader(),
                  before.readerStretch(),
                  shape.readerOrWriter(),
                  after.reader(),
                  after.readerStretch()));
    }
    return say(onWriter, onReader);
  }

  /**
   * Where they are saturated today, more calls may have come than were let in: no fix is enough.
   */
  private static double held(LockHold hold, ClusterDemand workload, double calls, double slower) {
    double after = hold.held(calls * hold.left(workload::left), slower);
    return hold.held() < LIMIT ? after : Math.max(after, hold.held());
  }

  /** CPU time of a call over today's: by the queue, by busy siblings and by the speed. */
  private double slower(
      InstanceClass from, double used, double stretch, InstanceClass to, double use, double slow) {
    double speed = SpeedRatio.of(from, to).map(SpeedRatio::used).orElse(1.0);
    return slow
        * study.hosts().perBusy(to, use)
        / (stretch * study.hosts().perBusy(from, used))
        / speed;
  }

  private Guard say(double onWriter, double onReader) {
    double highest = Math.max(onWriter, onReader);
    if (highest == 0) {
      return ResourceGuards.guard("locks", true, SizingText.SAME_LOCKS);
    }
    return ResourceGuards.guard(
        "locks",
        highest < LIMIT,
        SizingText.LOCKS,
        100 * Math.min(1, highest),
        100 * Objects.requireNonNullElse(held(), 0.0),
        100 * LIMIT);
  }
}
