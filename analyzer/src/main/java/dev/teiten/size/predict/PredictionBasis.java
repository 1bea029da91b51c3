package dev.teiten.size.predict;

import dev.teiten.cpu.CpuWork;
import dev.teiten.cpu.InstanceClass;
import dev.teiten.cpu.InstanceClasses;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.InstanceLoad;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The measured facts that predictions start from.
 *
 * @param today the capacity of today
 * @param weeks oldest first, the reviewed one last, as they were
 * @param shifts lasting changes of the work of a call within the reviewed week
 * @param zones number of Availability Zones in use; null if not known
 * @param burst as measured; null if the data do not tell
 */
public record PredictionBasis(
    ClusterShape today,
    ClusterWork work,
    List<WeekWork> weeks,
    CallCostShifts shifts,
    ReaderBalance readers,
    @Nullable Integer zones,
    @Nullable BurstRange burst) {

  public PredictionBasis {
    weeks = List.copyOf(weeks);
  }

  /** Null if the CPU work or the hardware of a member is not known. */
  static @Nullable public PredictionBasis of(
      ClusterLoad load, CpuWork cpu, ClusterMembers members, CapacityCurves curves) {
    ClusterWork work = ClusterWork.of(cpu, members);
    Optional<ClusterShape> today = today(members);
    if (work == null || today.isEmpty()) {
      return null;
    }
    WeekWork reviewed = work.week();
    List<WeekWork> weeks = new ArrayList<>(PastWeeks.of(load, work));
    weeks.add(reviewed);
    return new PredictionBasis(
        today.get(),
        work,
        weeks,
        CallCostShifts.of(work, load.week().range()),
        ReaderBalance.of(work.readers(), work.readerUnit(), reviewed.readers()),
        members.zones(),
        BurstRange.of(work, curves));
  }

  private static Optional<ClusterShape> today(ClusterMembers members) {
    InstanceLoad writer = members.writer();
    List<InstanceLoad> readers = members.readers();
    if (writer == null || readers.size() > ClusterShape.MAX_READERS) {
      return Optional.empty();
    }
    Optional<InstanceClass> writerClass = hardware(writer);
    if (readers.isEmpty()) {
      return writerClass.map(instanceClass -> ClusterShape.uniform(instanceClass, 0));
    }
    Optional<InstanceClass> readerClass = hardware(readers.get(0));
    return writerClass.flatMap(
        ofWriter ->
            readerClass.map(ofReader -> new ClusterShape(ofWriter, ofReader, readers.size())));
  }

  private static Optional<InstanceClass> hardware(InstanceLoad member) {
    return InstanceClasses.find(member.instance().instanceClass());
  }
}
