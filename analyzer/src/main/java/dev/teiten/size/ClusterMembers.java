package dev.teiten.size;

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
 * Who is in the cluster for sizing: the writer, the readers that were there for most of the week,
 * and the brief ones (autoscaled, replaced), whose load counts while their number does not. Who was
 * there is what the inventory says: a reader that was not heard runs, answers and is paid for.
 *
 * @param writer null if the week shows none
 */
record ClusterMembers(
    @Nullable InstanceLoad writer, List<InstanceLoad> readers, List<InstanceLoad> brief) {

  static ClusterMembers of(ClusterLoad load) {
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
    return new ClusterMembers(writer, List.copyOf(readers), List.copyOf(brief));
  }

  private static boolean isLasting(InstanceLoad reader, ClusterLoad load) {
    return load.history().stream()
        .filter(week -> week.week().equals(load.week()))
        .allMatch(week -> week.instanceCoverage().livedMostDays(reader.instance().resourceId()));
  }

  /** The writer, if there is one, and the readers, without the brief ones. */
  List<InstanceLoad> lasting() {
    List<InstanceLoad> all = new ArrayList<>(readers);
    if (writer != null) {
      all.add(0, writer);
    }
    return all;
  }

  /** The number of Availability Zones they are in; null if one of them is not known. */
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
  boolean smallerReadersAllowed() {
    for (InstanceLoad reader : readers) {
      Integer tier = reader.instance().promotionTier();
      if (tier == null || tier <= 1) {
        return false;
      }
    }
    return !readers.isEmpty();
  }

  /** The instances whose number of vCPUs changed within the week: they were resized. */
  List<String> resized() {
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
