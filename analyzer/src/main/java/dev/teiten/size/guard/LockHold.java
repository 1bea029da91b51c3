package dev.teiten.size.guard;

import dev.teiten.load.DigestLoad;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.WaitClass;
import dev.teiten.load.WaitEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The contended locks of an instance in the hour with most lock waits. A session waits for a lock,
 * then holds it while it is on the CPU or in storage. If calls come at random and a lock is held a
 * share {@code r} of the time, {@code r/(1-r)} sessions wait for each one that holds it. That does
 * not depend on the number of such locks.
 *
 * @param held share of the time for which a contended lock is held, 0..1
 * @param cpuShare share of the holding that is on the CPU or in its queue, 0..1
 * @param holders sessions of each digest that waits for locks, while they do not wait
 */
public record LockHold(double held, double cpuShare, Map<String, Double> holders) {
  /**
   * Fewer waiting sessions say nothing. A lock that is held 0.2 of the time has about as many, and
   * is saturated where one reader does the work of four.
   */
  private static final double MIN_WAITING = 0.05;

  /** The least share of the instance's sessions on the CPU that can decide about a size. */
  private static final double MIN_CPU_SHARE = 0.05;

  /** The least share of a digest's load that makes it one that waits for locks. */
  private static final double MIN_WAITING_SHARE = 0.01;

  public LockHold {
    holders = Map.copyOf(holders);
  }

  /** The highest over the instances; null if no lock waits matter. */
  public static @Nullable LockHold of(List<InstanceLoad> instances) {
    LockHold highest = null;
    for (InstanceLoad instance : instances) {
      LockHold hold = of(instance);
      if (hold != null && (highest == null || hold.held > highest.held)) {
        highest = hold;
      }
    }
    return highest;
  }

  private static @Nullable LockHold of(InstanceLoad instance) {
    Map<Instant, List<DigestLoad>> hours = new HashMap<>();
    for (DigestLoad load : instance.hours()) {
      hours.computeIfAbsent(load.from(), hour -> new ArrayList<>()).add(load);
    }
    double mostWaiting = MIN_WAITING;
    List<DigestLoad> worstHour = List.of();
    for (List<DigestLoad> hour : hours.values()) {
      double waiting = hour.stream().mapToDouble(LockHold::waiting).sum();
      if (waiting > mostWaiting) {
        mostWaiting = waiting;
        worstHour = hour;
      }
    }
    return worstHour.isEmpty() ? null : of(worstHour, mostWaiting);
  }

  private static @Nullable LockHold of(List<DigestLoad> hour, double waiting) {
    Map<String, Double> holders = new HashMap<>();
    double instanceCpu = 0;
    double holdersCpu = 0;
    double holding = 0;
    for (DigestLoad load : hour) {
      double cpu = load.waits().getOrDefault(WaitEvent.CPU, 0.0);
      instanceCpu += cpu;
      if (waiting(load) > MIN_WAITING_SHARE * load.loadAas()) {
        double busy = load.loadAas() - waiting(load);
        holders.put(load.digest(), busy);
        holding += busy;
        holdersCpu += cpu;
      }
    }
    if (holdersCpu < MIN_CPU_SHARE * instanceCpu || holding <= 0) {
      return null;
    }
    double ratio = waiting / holding;
    return new LockHold(ratio / (1 + ratio), Math.min(1, holdersCpu / holding), holders);
  }

  private static double waiting(DigestLoad load) {
    return load.waits().entrySet().stream()
        .filter(wait -> wait.getKey().waitClass() == WaitClass.ROW_LOCK)
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  /**
   * The share (0..1) of the holding that is left.
   *
   * @param digestShare the share of the work that is left of a digest, 0..1
   */
  public double shareLeft(ToDoubleFunction<String> digestShare) {
    double left = 0;
    double total = 0;
    for (Map.Entry<String, Double> holder : holders.entrySet()) {
      total += holder.getValue();
      left += holder.getValue() * digestShare.applyAsDouble(holder.getKey());
    }
    return total > 0 ? left / total : 1;
  }

  /**
   * The share of the time for which a lock would be held, 0..1 and beyond.
   *
   * @param calls over today's
   * @param slowdown CPU time of a call over today's, queueing included
   */
  public double held(double calls, double slowdown) {
    return held * calls * (cpuShare * slowdown + 1 - cpuShare);
  }
}
