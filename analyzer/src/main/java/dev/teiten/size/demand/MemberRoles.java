package dev.teiten.size.demand;

import dev.teiten.load.ClusterTimeline;
import dev.teiten.load.MemberTimeline;
import dev.teiten.load.TimeRange;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The roles of the members of a cluster by the minute of a week. A failover moves the demand of
 * writes and of reads to other instances, so the demand of a role is the demand of the instances
 * that had it in each minute.
 *
 * @param writing by resource id, the minutes as the writer
 * @param reading by resource id, the minutes as a reader
 */
record MemberRoles(Map<String, BitSet> writing, Map<String, BitSet> reading) {
  MemberRoles {
    writing = Map.copyOf(writing);
    reading = Map.copyOf(reading);
  }

  static MemberRoles of(ClusterTimeline timeline, TimeRange week) {
    Map<String, BitSet> writing = new HashMap<>();
    Map<String, BitSet> reading = new HashMap<>();
    for (MemberTimeline member : timeline.members()) {
      String id = member.instance().resourceId();
      BitSet written = member.writingMinutes(week);
      BitSet read = member.livingMinutes(week);
      read.andNot(written);
      writing.put(id, written);
      reading.put(id, read);
    }
    return new MemberRoles(writing, reading);
  }

  /** The number of readers that ran in each of these minutes. */
  int[] readers(int minutes) {
    int[] readers = new int[minutes];
    reading
        .values()
        .forEach(read -> read.stream().filter(t -> t < minutes).forEach(t -> readers[t]++));
    return readers;
  }

  /**
   * The work of one instance in some week by minute, in cores of its own class.
   *
   * @param work all of its work
   * @param sessions the part of {@code work} that sessions cause
   * @param agents the work of agents; null if they do not count
   * @param unit cores of the writer's class for one core of this class
   */
  record MemberWork(
      String resourceId,
      double[] work,
      double[] sessions,
      double @Nullable [] agents,
      double unit) {}

  /**
   * The work of the roles; a reader that ran without data is taken to do the mean of the others.
   *
   * @param minutes of the week
   */
  WeekWork split(List<MemberWork> works, int minutes) {
    double[] writer = new double[minutes];
    Arrays.fill(writer, Double.NaN);
    PooledSum readers = new PooledSum(minutes);
    HighestAgent agents = new HighestAgent(minutes);
    Set<String> known = new HashSet<>();
    for (MemberWork member : works) {
      known.add(member.resourceId);
      minutes(writing, member).stream()
          .filter(t -> t < minutes)
          .forEach(t -> writer[t] = member.unit * member.work[t]);
      BitSet read = minutes(reading, member);
      readers.add(member.sessions, read, member.unit);
      if (member.agents != null) {
        agents.add(within(read, member.agents), member.unit);
      }
    }
    reading.forEach(
        (id, read) -> {
          if (!known.contains(id)) {
            readers.addUnknown(read);
          }
        });
    return new WeekWork(writer, readers.total(), agents.byMinute());
  }

  private static double[] within(BitSet minutes, double[] work) {
    double[] within = new double[work.length];
    minutes.stream().filter(t -> t < work.length).forEach(t -> within[t] = work[t]);
    return within;
  }

  private static BitSet minutes(Map<String, BitSet> roles, MemberWork member) {
    return roles.getOrDefault(member.resourceId, new BitSet());
  }
}
