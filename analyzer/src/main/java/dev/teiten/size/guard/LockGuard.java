package dev.teiten.size.guard;

import dev.teiten.cpu.InstanceClass;
import dev.teiten.load.InstanceLoad;
import dev.teiten.size.demand.ClusterMembers;
import dev.teiten.size.demand.SpeedRatio;
import dev.teiten.size.predict.CapacityForecast.ClusterCpuUse;
import dev.teiten.size.predict.ClusterDemand;
import dev.teiten.size.predict.ClusterShape;
import dev.teiten.size.predict.CpuUse;
import dev.teiten.size.predict.HostPredictor;
import dev.teiten.size.predict.ScenarioResults;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether locks stay clear of saturation. A slower CPU holds them longer. Near saturation the waits
 * grow without bound, and nothing about the capacity can be predicted.
 */
public final class LockGuard {
  /** Share of the time for which a contended lock may be held. */
  private static final double MAX_HELD = 0.8;

  private final ClusterShape today;
  private final ClusterCpuUse todaysUse;
  private final HostPredictor hosts;
  private final @Nullable LockHold writerLocks;
  private final @Nullable LockHold readerLocks;

  /** A class under a load. */
  private record BusyHost(InstanceClass instanceClass, CpuUse use) {}

  /**
   * @param todaysUse the CPU of today's capacity under the reviewed week's demand
   */
  public LockGuard(
      ClusterMembers members, ClusterShape today, ClusterCpuUse todaysUse, HostPredictor hosts) {
    this.today = today;
    this.todaysUse = todaysUse;
    this.hosts = hosts;
    InstanceLoad writer = members.writer();
    this.writerLocks = writer == null ? null : LockHold.of(List.of(writer));
    this.readerLocks = LockHold.of(members.readers());
  }

  /**
   * The highest share (0..1) of the time for which contended locks are held today; null without
   * lock waits that matter.
   */
  public @Nullable Double heldToday() {
    boolean writerHigher =
        writerLocks != null && (readerLocks == null || writerLocks.held() > readerLocks.held());
    LockHold highest = writerHigher ? writerLocks : readerLocks;
    return highest == null ? null : highest.held();
  }

  public Guard check(ClusterShape shape, ScenarioResults results) {
    if (writerLocks == null && readerLocks == null) {
      return Guard.of(GuardName.LOCKS, true, GuardText.NO_LOCKS);
    }
    ClusterCpuUse next = results.forecast(shape).next();
    double onWriter = 0;
    if (writerLocks != null && !shape.writer().equals(today.writer())) {
      double slowdown =
          slowdown(
              new BusyHost(today.writer(), todaysUse.writer()),
              new BusyHost(shape.writer(), next.writer()));
      onWriter = held(writerLocks, results.demand(), 1, slowdown);
    }
    double onReader = 0;
    if (readerLocks != null && shape.readers() > 0 && !shape.equals(today)) {
      double calls = (double) today.mostReaders() / shape.mostReaders();
      double slowdown =
          slowdown(
              new BusyHost(today.readerOrWriter(), todaysUse.reader()),
              new BusyHost(shape.readerOrWriter(), next.reader()));
      onReader = held(readerLocks, results.demand(), calls, slowdown);
    }
    return judge(Math.max(onWriter, onReader));
  }

  /**
   * The share of the time for which the locks would be held. If they are saturated today, more
   * calls may have come than were let in. Then no fix is enough, and today's share is the least.
   */
  private static double held(LockHold locks, ClusterDemand demand, double calls, double slowdown) {
    double after = locks.held(calls * locks.shareLeft(demand::shareLeft), slowdown);
    return locks.held() < MAX_HELD ? after : Math.max(after, locks.held());
  }

  /** CPU time of a call over today's: by the queue, by busy sibling hyperthreads, by the speed. */
  private double slowdown(BusyHost before, BusyHost after) {
    double speed =
        SpeedRatio.of(before.instanceClass, after.instanceClass).map(SpeedRatio::used).orElse(1.0);
    return cpuTime(after) / cpuTime(before) / speed;
  }

  private double cpuTime(BusyHost host) {
    return host.use.stretch() * hosts.perBusy(host.instanceClass, host.use.utilisation());
  }

  private Guard judge(double held) {
    if (held == 0) {
      return Guard.of(GuardName.LOCKS, true, GuardText.SAME_LOCKS);
    }
    return Guard.of(
        GuardName.LOCKS,
        held < MAX_HELD,
        GuardText.LOCKS,
        100 * Math.min(1, held),
        100 * Objects.requireNonNullElse(heldToday(), 0.0),
        100 * MAX_HELD);
  }
}
