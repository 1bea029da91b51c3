package dev.teiten.size.predict;

import dev.teiten.load.ClusterLoad;
import dev.teiten.load.Instance;
import dev.teiten.load.InstanceCounter;
import dev.teiten.load.InstanceLoad;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The instances of a cluster as sizing counts them. Membership is taken from the inventory: a
 * reader without data still runs, answers and is paid for.
 *
 * @param writer null if the week shows none
 * @param readers readers that existed for most of the week
 * @param brief readers that existed for a small part of the week, autoscaled or replaced; their
 *     load counts and their number does not
 */
public record ClusterMembers(
    @Nullable InstanceLoad writer, List<InstanceLoad> readers, List<InstanceLoad> brief) {

  /** The highest failover tier that makes a reader a preferred target. */
  private static final int PREFERRED_TIER = 1;

  public ClusterMembers {
    readers = List.copyOf(readers);
    brief = List.copyOf(brief);
  }

  public static ClusterMembers of(ClusterLoad load) {
    @Nullable InstanceLoad writer = null;
    List<InstanceLoad> readers = new ArrayList<>();
    List<InstanceLoad> brief = new ArrayList<>();
    for (InstanceLoad instance : load.instances()) {
      if (instance.instance().isWriter()) {
        writer = instance;
      } else if (isLasting(instance, load)) {
        readers.add(instance);
      } else if (MinuteStatistics.count(instance.total()) > 0) {
        brief.add(instance);
      }
    }
    return new ClusterMembers(writer, readers, brief);
  }

  private static boolean isLasting(InstanceLoad reader, ClusterLoad load) {
    return load.history().stream()
        .filter(week -> week.week().equals(load.week()))
        .allMatch(week -> week.instanceCoverage().livedMostDays(reader.instance().resourceId()));
  }

  /** The writer, if there is one, and then the readers, without the brief ones. */
  public List<InstanceLoad> lasting() {
    List<InstanceLoad> members = new ArrayList<>(readers);
    if (writer != null) {
      members.add(0, writer);
    }
    return members;
  }

  /** The number of Availability Zones in use; null if the zone of an instance is not known. */
  @Nullable Integer zones() {
    Set<String> zones = new HashSet<>();
    for (InstanceLoad member : lasting()) {
      String zone = member.instance().availabilityZone();
      if (zone == null) {
        return null;
      }
      zones.add(zone);
    }
    return zones.size();
  }

  /**
   * Whether readers may be smaller than the writer: none of them is a preferred target of a
   * failover (tier 0 or 1).
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html#Aurora.Managing.FaultTolerance">Fault
   *     tolerance for an Aurora DB cluster</a>
   */
  public boolean smallerReadersAllowed() {
    for (InstanceLoad reader : readers) {
      Integer tier = reader.instance().promotionTier();
      if (tier == null || tier <= PREFERRED_TIER) {
        return false;
      }
    }
    return !readers.isEmpty();
  }

  /** The 99th percentile of the busiest member's CPU, 0..1; {@code NaN} without a CPU counter. */
  public double p99Utilisation() {
    double highest = Double.NaN;
    for (InstanceLoad member : lasting()) {
      double p99 =
          MinuteStatistics.quantile(member.counters().get(InstanceCounter.CPU_UTILISATION), 0.99);
      highest = Double.isNaN(highest) || p99 > highest ? p99 : highest;
    }
    return highest;
  }

  /** The names of the instances whose number of vCPUs changed within the week. */
  public List<String> resized() {
    return lasting().stream()
        .filter(member -> varies(member.counters().get(InstanceCounter.VCPUS)))
        .map(InstanceLoad::instance)
        .map(Instance::name)
        .toList();
  }

  private static boolean varies(double @Nullable [] series) {
    if (series == null || MinuteStatistics.count(series) == 0) {
      return false;
    }
    return MinuteStatistics.quantile(series, 0) != MinuteStatistics.max(series);
  }
}
