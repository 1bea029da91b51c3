package dev.teiten.size;

import dev.teiten.cpu.CpuWork;
import dev.teiten.cpu.InstanceClass;
import dev.teiten.cpu.InstanceClasses;
import dev.teiten.load.ClusterLoad;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What predictions start from.
 *
 * @param today the capacity there is
 * @param weeks oldest first, the reviewed one last, as they were
 * @param steps what changed within the reviewed week for good
 * @param zones Availability Zones in use; null if not known
 * @param p99Utilisation of the busiest instance, as measured
 * @param burst as measured; null if the data do not tell
 */
record PredictionBasis(
    ClusterShape today,
    ClusterWork work,
    List<WeekWork> weeks,
    CallCostShifts steps,
    ReaderBalance readers,
    @Nullable Integer zones,
    double p99Utilisation,
    @Nullable BurstRange burst) {

  static @Nullable PredictionBasis of(
      ClusterLoad load, CpuWork cpu, ClusterMembers members, CapacityCurves curves) {
    ClusterWork work = ClusterWork.of(cpu, members);
    Optional<ClusterShape> today = today(members);
    if (work == null || today.isEmpty()) {
      return null;
    }
    WeekWork week = work.week();
    List<WeekWork> weeks = new ArrayList<>(PastWeeks.of(load, work));
    weeks.add(week);
    return new PredictionBasis(
        today.get(),
        work,
        List.copyOf(weeks),
        CallCostShifts.of(work, load.week().range()),
        ReaderBalance.of(work.readers(), work.readerUnit(), week.readers()),
        members.zones(),
        UndecidedReasons.p99Utilisation(members),
        BurstRange.of(work, curves));
  }

  private static Optional<ClusterShape> today(ClusterMembers members) {
    if (members.writer() == null || members.readers().size() > ClusterShape.MAX_READERS) {
      return Optional.empty();
    }
    Optional<InstanceClass> writer =
        InstanceClasses.find(members.writer().instance().instanceClass());
    if (members.readers().isEmpty()) {
      return writer.map(known -> ClusterShape.uniform(known, 0));
    }
    Optional<InstanceClass> reader =
        InstanceClasses.find(members.readers().get(0).instance().instanceClass());
    return writer.flatMap(
        of -> reader.map(other -> new ClusterShape(of, other, members.readers().size())));
  }
}
