package dev.teiten.size.demand;

import dev.teiten.cpu.CpuWork;
import dev.teiten.cpu.InstanceClass;
import dev.teiten.cpu.InstanceClasses;
import dev.teiten.cpu.InstanceWork;
import dev.teiten.load.ClusterTimeline;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.TimeRange;
import dev.teiten.load.WeekLoad;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The CPU work of a cluster by instance, each in cores of its own class.
 *
 * @param brief readers that existed for a small part of the week
 * @param roles of all members, by minute
 * @param readerUnit cores of the writer's class for one core of the readers' class
 */
public record ClusterWork(
    InstanceWork writer,
    List<InstanceWork> readers,
    List<InstanceWork> brief,
    MemberRoles roles,
    double readerUnit) {

  /** Null if the work of a lasting member is not known. */
  static @Nullable public ClusterWork of(CpuWork work, ClusterMembers members) {
    Map<String, InstanceWork> byId =
        work.instances().stream()
            .collect(
                Collectors.toMap(member -> member.instance().resourceId(), Function.identity()));
    InstanceLoad writer = members.writer();
    InstanceWork writerWork = writer == null ? null : byId.get(writer.instance().resourceId());
    List<InstanceWork> readers = workOf(members.readers(), byId);
    if (writerWork == null || readers.size() < members.readers().size()) {
      return null;
    }
    double unit = readers.isEmpty() ? 1 : unit(writerWork, readers.get(0));
    return new ClusterWork(
        writerWork, readers, workOf(members.brief(), byId), members.roles(), unit);
  }

  private static List<InstanceWork> workOf(
      List<InstanceLoad> members, Map<String, InstanceWork> byId) {
    List<InstanceWork> works = new ArrayList<>();
    for (InstanceLoad member : members) {
      InstanceWork work = byId.get(member.instance().resourceId());
      if (work != null) {
        works.add(work);
      }
    }
    return List.copyOf(works);
  }

  private static double unit(InstanceWork writer, InstanceWork reader) {
    Optional<InstanceClass> from = InstanceClasses.of(writer.instance());
    Optional<InstanceClass> to = InstanceClasses.of(reader.instance());
    return from.flatMap(source -> to.flatMap(target -> SpeedRatio.of(source, target)))
        .map(SpeedRatio::used)
        .orElse(1.0);
  }

  /** The work of the reviewed week. */
  public WeekWork week() {
    return split(
        instance ->
            new MemberRoles.MemberWork(
                instance.instance().resourceId(),
                instance.work(),
                instance.sessionWork(),
                brief.contains(instance) ? null : instance.background().agents(),
                unitOf(instance)));
  }

  /** The work of these digests in the reviewed week. */
  public WeekWork of(Collection<String> digests) {
    return split(
        instance -> {
          double[] work = instance.work(digests);
          String id = instance.instance().resourceId();
          return new MemberRoles.MemberWork(id, work, work, null, unitOf(instance));
        });
  }

  private WeekWork split(Function<InstanceWork, MemberRoles.MemberWork> workOf) {
    return roles.split(all().stream().map(workOf).toList(), writer.work().length);
  }

  private double unitOf(InstanceWork like) {
    return like.equals(writer) ? 1 : readerUnit;
  }

  /**
   * The work of a week before, by its CPU counters. An instance that is gone counts as one of the
   * readers of today.
   */
  WeekWork of(WeekLoad week, ClusterTimeline timeline) {
    Map<String, InstanceWork> today = new HashMap<>();
    lasting().forEach(member -> today.put(member.instance().resourceId(), member));
    InstanceWork other = readers.isEmpty() ? writer : readers.get(0);
    List<MemberRoles.MemberWork> works = new ArrayList<>();
    week.cpuUtilisation()
        .forEach((id, used) -> works.add(pastWork(id, used, today.getOrDefault(id, other))));
    TimeRange range = week.week().range();
    return MemberRoles.of(timeline, range).split(works, range.minutes());
  }

  private MemberRoles.MemberWork pastWork(String id, double[] utilisation, InstanceWork like) {
    double vcpus =
        InstanceClasses.of(like.instance())
            .map(InstanceClass::exactVcpus)
            .orElse((double) like.curve().vcpus());
    double[] work = Arrays.stream(utilisation).map(u -> like.curve().work(u * vcpus)).toArray();
    double[] agents = like.background().agentsIn(work);
    double constant = like.background().cores();
    double[] sessions = new double[work.length];
    Arrays.setAll(sessions, t -> work[t] - Math.min(work[t], constant + agents[t]));
    return new MemberRoles.MemberWork(id, work, sessions, agents, unitOf(like));
  }

  /** Every instance with known work, the writer first and the brief readers last. */
  public List<InstanceWork> all() {
    List<InstanceWork> members = lasting();
    members.addAll(brief);
    return members;
  }

  /** The readers, the brief ones included. */
  public List<InstanceWork> allReaders() {
    return all().subList(1, 1 + readers.size() + brief.size());
  }

  /** The minutes of the reviewed week in which an instance was a reader. */
  public BitSet reading(InstanceWork member) {
    return roles.reading().getOrDefault(member.instance().resourceId(), new BitSet());
  }

  /** The number of readers that ran in each minute of the reviewed week. */
  public int[] readersByMinute() {
    return roles.readers(writer.work().length);
  }

  /** The members without the brief ones, the writer first. */
  List<InstanceWork> lasting() {
    List<InstanceWork> members = new ArrayList<>(readers);
    members.add(0, writer);
    return members;
  }
}
