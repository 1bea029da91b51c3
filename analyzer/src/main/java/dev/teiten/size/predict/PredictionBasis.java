package dev.teiten.size.predict;

import dev.teiten.cpu.CpuWork;
import dev.teiten.cpu.InstanceClass;
import dev.teiten.cpu.InstanceClasses;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.ClusterTimeline;
import dev.teiten.load.InstanceLoad;
import dev.teiten.rank.Ranking;
import dev.teiten.size.demand.AdjustedWeeks;
import dev.teiten.size.demand.ClusterMembers;
import dev.teiten.size.demand.ClusterWork;
import dev.teiten.size.demand.DatedWork;
import dev.teiten.size.demand.OlderDays;
import dev.teiten.size.demand.PastWeeks;
import dev.teiten.size.demand.QueryLevels;
import dev.teiten.size.demand.ReaderRange;
import dev.teiten.size.demand.WeekWork;
import dev.teiten.size.demand.WorkOutlook;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The measured facts that predictions start from.
 *
 * @param today the capacity of today
 * @param history the last weeks, oldest first, the reviewed one last, as they were
 * @param older the days of all earlier weeks with the highest demand, at the level of the last
 *     weeks
 * @param weeksSeen number of weeks of the archive that any statement is made from
 * @param levels lasting changes of single queries within the reviewed week
 * @param outlook changes of all work that go on after the reviewed week
 * @param timeline the members over time
 * @param zones number of Availability Zones in use; null if not known
 * @param burst as measured; null if the data do not tell
 */
public record PredictionBasis(
    ClusterShape today,
    ClusterWork work,
    List<DatedWork> history,
    List<DatedWork> older,
    int weeksSeen,
    QueryLevels levels,
    WorkOutlook outlook,
    ReaderBalance readers,
    ClusterTimeline timeline,
    @Nullable Integer zones,
    @Nullable BurstRange burst) {

  public PredictionBasis {
    history = List.copyOf(history);
    older = List.copyOf(older);
  }

  /** The work of the last weeks, oldest first, the reviewed one last. */
  public List<WeekWork> weeks() {
    return history.stream().map(DatedWork::work).toList();
  }

  /** The work of these digests in the reviewed week, at their last level. */
  public WeekWork ahead(List<String> digests) {
    return levels.ahead(work.of(digests), digests);
  }

  /** Null if the CPU work or the hardware of a member is not known. */
  static @Nullable public PredictionBasis of(
      ClusterLoad load,
      CpuWork cpu,
      Ranking ranking,
      ClusterMembers members,
      CapacityCurves curves) {
    ClusterWork work = ClusterWork.of(cpu, members);
    Optional<ClusterShape> today = today(members);
    if (work == null || today.isEmpty()) {
      return null;
    }
    WeekWork reviewed = work.week();
    PastWeeks past = PastWeeks.of(load, work);
    List<DatedWork> history = new ArrayList<>(past.recent());
    history.add(new DatedWork(load.week(), reviewed));
    QueryLevels levels = QueryLevels.of(work, load.week().range(), ranking);
    List<DatedWork> ahead =
        new AdjustedWeeks(history, List.of(), List.of(), List.of()).ahead(levels).weeks();
    WorkOutlook outlook = WorkOutlook.of(ahead.stream().map(DatedWork::work).toList());
    List<WeekWork> last = history.stream().map(DatedWork::work).toList();
    return new PredictionBasis(
        today.get(),
        work,
        history,
        OlderDays.highest(past.others(), last),
        past.others().size() + history.size(),
        levels,
        outlook,
        ReaderBalance.of(work, reviewed.readers()),
        load.timeline(),
        members.zones(),
        BurstRange.of(work, curves));
  }

  private static Optional<ClusterShape> today(ClusterMembers members) {
    InstanceLoad writer = members.writer();
    List<InstanceLoad> readers = members.readers();
    if (writer == null || readers.size() > ReaderRange.MOST) {
      return Optional.empty();
    }
    Optional<InstanceClass> writerClass = hardware(writer);
    if (readers.isEmpty()) {
      return writerClass.map(instanceClass -> ClusterShape.uniform(instanceClass, 0));
    }
    ReaderRange range =
        Objects.requireNonNullElseGet(
            members.scaling(), () -> new ReaderRange(readers.size(), readers.size(), null));
    Optional<InstanceClass> readerClass = hardware(readers.get(0));
    return writerClass.flatMap(
        ofWriter -> readerClass.map(ofReader -> ClusterShape.scaled(ofWriter, ofReader, range)));
  }

  private static Optional<InstanceClass> hardware(InstanceLoad member) {
    return InstanceClasses.of(member.instance());
  }
}
