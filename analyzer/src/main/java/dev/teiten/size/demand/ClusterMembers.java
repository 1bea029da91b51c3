package dev.teiten.size.demand;

import dev.teiten.load.ClusterLoad;
import dev.teiten.load.ClusterTimeline;
import dev.teiten.load.Instance;
import dev.teiten.load.InstanceCounter;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The instances of a cluster as sizing counts them. Membership is taken from the inventory: a
 * reader without data still runs, answers and is paid for.
 *
 * @param writer the last writer of the week; null if the week shows none
 * @param readers as many readers as usually ran at once: those of the week's end, then those that
 *     ran longest
 * @param brief readers that existed for a small part of the week, autoscaled or replaced; their
 *     load counts and their number does not
 * @param roles of all members, by minute
 * @param scaling the range of the number of readers; null if the number is not scaled
 */
public record ClusterMembers(
    @Nullable InstanceLoad writer,
    List<InstanceLoad> readers,
    List<InstanceLoad> brief,
    MemberRoles roles,
    @Nullable ReaderRange scaling) {

  /** The highest failover tier that makes a reader a preferred target. */
  private static final int PREFERRED_TIER = 1;

  public ClusterMembers {
    readers = List.copyOf(readers);
    brief = List.copyOf(brief);
  }

  public static ClusterMembers of(ClusterLoad load) {
    TimeRange week = load.week().range();
    MemberRoles roles = MemberRoles.of(load.timeline(), week);
    @Nullable InstanceLoad writer = lastWriter(load, roles);
    List<InstanceLoad> others = new ArrayList<>();
    for (InstanceLoad instance : load.instances()) {
      if (!instance.equals(writer)) {
        others.add(instance);
      }
    }
    ReaderRange scaling = ReaderRange.of(load);
    int usual = Math.max(scaling == null ? 0 : scaling.least(), usualReaders(load));
    int number = Math.min(others.size(), usual);
    List<InstanceLoad> longest =
        others.stream().sorted(byLife(load.timeline(), week)).limit(number).toList();
    List<InstanceLoad> brief =
        others.stream()
            .filter(other -> !longest.contains(other))
            .filter(other -> MinuteStatistics.count(other.total()) > 0)
            .toList();
    return new ClusterMembers(
        writer, others.stream().filter(longest::contains).toList(), brief, roles, scaling);
  }

  /** The instance that was the writer last; null if the week shows none. */
  private static @Nullable InstanceLoad lastWriter(ClusterLoad load, MemberRoles roles) {
    @Nullable InstanceLoad last = null;
    int end = 0;
    for (InstanceLoad instance : load.instances()) {
      BitSet writing = minutes(roles.writing(), instance);
      if (writing.length() > end) {
        end = writing.length();
        last = instance;
      }
    }
    return last;
  }

  /** The median of the number of readers by minute: autoscaled readers do not raise it. */
  private static int usualReaders(ClusterLoad load) {
    int[] readers = load.timeline().readers(load.week().range());
    Arrays.sort(readers);
    return readers[readers.length / 2];
  }

  /** Those that run at the end of the week first, then those that ran longest. */
  private static Comparator<InstanceLoad> byLife(ClusterTimeline timeline, TimeRange week) {
    Instant end = week.to().minusNanos(1);
    return Comparator.<InstanceLoad, Boolean>comparing(i -> timeline.of(i.instance()).livesAt(end))
        .thenComparing(i -> timeline.of(i.instance()).livingMinutes(week).cardinality())
        .reversed();
  }

  /** The writer, if there is one, and then the readers, without the brief ones. */
  public List<InstanceLoad> lasting() {
    List<InstanceLoad> members = new ArrayList<>(readers);
    if (writer != null) {
      members.add(0, writer);
    }
    return members;
  }

  /** Every instance that counts, the brief readers included. */
  public List<InstanceLoad> all() {
    List<InstanceLoad> members = lasting();
    members.addAll(brief);
    return members;
  }

  /** The minutes of the week in which an instance was a reader. */
  public BitSet reading(InstanceLoad member) {
    return minutes(roles.reading(), member);
  }

  /** The minutes of the week in which an instance was the writer. */
  public BitSet writing(InstanceLoad member) {
    return minutes(roles.writing(), member);
  }

  private static BitSet minutes(Map<String, BitSet> roles, InstanceLoad member) {
    return roles.getOrDefault(member.instance().resourceId(), new BitSet());
  }

  /** The number of Availability Zones in use; null if the zone of an instance is not known. */
  @Nullable
  public Integer zones() {
    Set<String> zones = new HashSet<>();
    for (InstanceLoad member : scaling == null ? lasting() : all()) {
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
      double p99 = MinuteStatistics.quantile(utilisation(member), 0.99);
      highest = Double.isNaN(highest) || p99 > highest ? p99 : highest;
    }
    return highest;
  }

  /** Null for an instance of Serverless v2 without a counter of its capacity. */
  private static double @Nullable [] utilisation(InstanceLoad member) {
    return member.instance().isServerless()
            && !isKnown(member.counters().get(InstanceCounter.ACU_ALLOCATED))
        ? null
        : member.counters().get(InstanceCounter.CPU_UTILISATION);
  }

  /**
   * The names of the instances whose number of vCPUs changed within the week, or which were
   * serverless for a part of it.
   */
  public List<String> resized() {
    return lasting().stream()
        .filter(ClusterMembers::isResized)
        .map(InstanceLoad::instance)
        .map(Instance::name)
        .toList();
  }

  private static boolean isResized(InstanceLoad member) {
    double @Nullable [] vcpus = member.counters().get(InstanceCounter.VCPUS);
    double @Nullable [] units = member.counters().get(InstanceCounter.ACU_ALLOCATED);
    return varies(vcpus) || (isKnown(vcpus) && isKnown(units));
  }

  private static boolean isKnown(double @Nullable [] series) {
    return series != null && MinuteStatistics.count(series) > 0;
  }

  private static boolean varies(double @Nullable [] series) {
    if (series == null || MinuteStatistics.count(series) == 0) {
      return false;
    }
    return MinuteStatistics.quantile(series, 0) != MinuteStatistics.max(series);
  }
}
