package dev.teiten.load;

import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The members of a cluster over time, made from the sightings of collects and the events of RDS.
 *
 * @param members every instance that ever belonged to the cluster, each once
 * @param unassigned readers of this region that Aurora Auto Scaling added and removed again, which
 *     may have belonged to this cluster or to another; no collect saw them
 */
public record ClusterTimeline(List<MemberTimeline> members, List<MemberTimeline> unassigned) {
  public ClusterTimeline {
    members = List.copyOf(members);
    unassigned = List.copyOf(unassigned);
  }

  /** Instances that run since their creation, without any event. */
  public static ClusterTimeline of(List<Instance> instances) {
    return new ClusterTimeline(instances.stream().map(MemberTimeline::of).toList(), List.of());
  }

  /** The timeline of a member; an instance that is not listed runs since its creation. */
  public MemberTimeline of(Instance instance) {
    return find(instance.resourceId()).orElseGet(() -> MemberTimeline.of(instance));
  }

  /** The timeline of a member by its resource id. */
  public Optional<MemberTimeline> find(String resourceId) {
    return members.stream()
        .filter(member -> member.instance().resourceId().equals(resourceId))
        .findFirst();
  }

  /** The members that ran within the range and that no collect ever saw. */
  public List<MemberTimeline> unseen(TimeRange range) {
    return members.stream()
        .filter(member -> !member.sighted() && !member.livingMinutes(range).isEmpty())
        .toList();
  }

  /** The readers within the range that may have belonged to this cluster or to another. */
  public List<MemberTimeline> unassigned(TimeRange range) {
    return unassigned.stream().filter(member -> !member.livingMinutes(range).isEmpty()).toList();
  }

  /** The sum of the time in which the members ran within the range. */
  public static Duration lived(List<MemberTimeline> members, TimeRange range) {
    return Duration.ofMinutes(
        members.stream().mapToInt(member -> member.livingMinutes(range).cardinality()).sum());
  }

  /** The number of readers that ran in each minute of the range. */
  public int[] readers(TimeRange range) {
    int[] readers = new int[range.minutes()];
    for (MemberTimeline member : members) {
      BitSet reading = member.livingMinutes(range);
      reading.andNot(member.writingMinutes(range));
      reading.stream().filter(t -> t < readers.length).forEach(t -> readers[t]++);
    }
    return readers;
  }

  /** The highest number of readers at once within the range. */
  public int mostReaders(TimeRange range) {
    return IntStream.of(readers(range)).max().orElse(0);
  }
}
