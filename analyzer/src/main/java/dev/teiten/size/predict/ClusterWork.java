package dev.teiten.size.predict;

import dev.teiten.cpu.CpuWork;
import dev.teiten.cpu.InstanceClass;
import dev.teiten.cpu.InstanceClasses;
import dev.teiten.cpu.InstanceWork;
import dev.teiten.load.InstanceLoad;
import java.util.ArrayList;
import java.util.Collection;
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
 * @param readerUnit cores of the writer's class for one core of the readers' class
 */
public record ClusterWork(
    InstanceWork writer, List<InstanceWork> readers, List<InstanceWork> brief, double readerUnit) {

  /** Null if the work of a lasting member is not known. */
  static @Nullable ClusterWork of(CpuWork work, ClusterMembers members) {
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
    return new ClusterWork(writerWork, readers, workOf(members.brief(), byId), unit);
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
    Optional<InstanceClass> from = InstanceClasses.find(writer.instance().instanceClass());
    Optional<InstanceClass> to = InstanceClasses.find(reader.instance().instanceClass());
    return from.flatMap(source -> to.flatMap(target -> SpeedRatio.of(source, target)))
        .map(SpeedRatio::used)
        .orElse(1.0);
  }

  /** The work of the reviewed week. */
  WeekWork week() {
    PooledSum sum = new PooledSum(writer.work().length);
    for (InstanceWork reader : readersAndBrief()) {
      sum.add(reader.sessionWork(), readerUnit);
    }
    HighestAgent agents = new HighestAgent(writer.work().length);
    for (InstanceWork reader : readers) {
      agents.add(reader.background().agents(), readerUnit);
    }
    return new WeekWork(writer.work(), sum.total(), agents.byMinute());
  }

  /** The work of these digests in the reviewed week. */
  public WeekWork of(Collection<String> digests) {
    PooledSum sum = new PooledSum(writer.work().length);
    for (InstanceWork reader : readersAndBrief()) {
      sum.add(reader.work(digests), readerUnit);
    }
    return WeekWork.ofSessions(writer.work(digests), sum.total());
  }

  private List<InstanceWork> readersAndBrief() {
    List<InstanceWork> pool = new ArrayList<>(readers);
    pool.addAll(brief);
    return pool;
  }

  /** The members without the brief ones, the writer first. */
  List<InstanceWork> lasting() {
    List<InstanceWork> members = new ArrayList<>(readers);
    members.add(0, writer);
    return members;
  }
}
