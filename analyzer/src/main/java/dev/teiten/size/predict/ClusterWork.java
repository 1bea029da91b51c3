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
 * Whose CPU work a cluster's is: the writer's, and the readers', each in cores of its own class.
 *
 * @param brief readers that were there for a small part of the week
 * @param readerUnit what a core of the readers' class is worth in cores of the writer's class
 */
public record ClusterWork(
    InstanceWork writer, List<InstanceWork> readers, List<InstanceWork> brief, double readerUnit) {

  /** Null if the work of a lasting member is not known. */
  static @Nullable ClusterWork of(CpuWork work, ClusterMembers members) {
    Map<String, InstanceWork> byId =
        work.instances().stream()
            .collect(Collectors.toMap(known -> known.instance().resourceId(), Function.identity()));
    InstanceLoad writer = members.writer();
    InstanceWork ofWriter = writer == null ? null : byId.get(writer.instance().resourceId());
    List<InstanceWork> readers = known(members.readers(), byId);
    if (ofWriter == null || readers.size() < members.readers().size()) {
      return null;
    }
    double unit = readers.isEmpty() ? 1 : unit(ofWriter, readers.get(0));
    return new ClusterWork(ofWriter, readers, known(members.brief(), byId), unit);
  }

  private static List<InstanceWork> known(
      List<InstanceLoad> members, Map<String, InstanceWork> byId) {
    List<InstanceWork> known = new ArrayList<>();
    for (InstanceLoad member : members) {
      InstanceWork work = byId.get(member.instance().resourceId());
      if (work != null) {
        known.add(work);
      }
    }
    return List.copyOf(known);
  }

  private static double unit(InstanceWork writer, InstanceWork reader) {
    Optional<InstanceClass> from = InstanceClasses.find(writer.instance().instanceClass());
    Optional<InstanceClass> to = InstanceClasses.find(reader.instance().instanceClass());
    return from.flatMap(source -> to.flatMap(target -> SpeedRatio.of(source, target)))
        .map(SpeedRatio::used)
        .orElse(1.0);
  }

  /** The reviewed week. */
  WeekWork week() {
    PooledSum sum = new PooledSum(writer.work().length);
    for (InstanceWork reader : everyReader()) {
      sum.add(reader.work(), reader.backgroundCores(), readerUnit);
    }
    return new WeekWork(writer.work(), sum.total());
  }

  /** The part of the reviewed week that is the work of these digests. */
  public WeekWork of(Collection<String> digests) {
    PooledSum sum = new PooledSum(writer.work().length);
    for (InstanceWork reader : everyReader()) {
      sum.add(reader.work(digests), 0, readerUnit);
    }
    return new WeekWork(writer.work(digests), sum.total());
  }

  private List<InstanceWork> everyReader() {
    List<InstanceWork> all = new ArrayList<>(readers);
    all.addAll(brief);
    return all;
  }

  /** The members whose number counts, the writer first. */
  List<InstanceWork> lasting() {
    List<InstanceWork> all = new ArrayList<>(readers);
    all.add(0, writer);
    return all;
  }
}
