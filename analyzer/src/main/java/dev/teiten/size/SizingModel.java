package dev.teiten.size;

import dev.teiten.archive.ClusterLoad;
import dev.teiten.cpu.CpuWork;
import dev.teiten.cpu.InstanceClass;
import dev.teiten.cpu.InstanceClasses;
import dev.teiten.load.SettingException;
import dev.teiten.rank.Contributor;
import dev.teiten.rank.Ranking;
import dev.teiten.size.SizingAdvice.Fix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What sizing knows of one cluster in one week before any question is asked: costly to build, cheap
 * to ask, safe to share between threads. A caller keeps it while what-ifs are tried.
 */
public final class SizingModel {
  private final ClusterLoad load;
  private final Ranking ranking;
  private final Members members;
  private final Peaks peaks;
  private final List<String> refusals;
  private final Bill bill;
  private final Map<String, WeekWork> queries = new ConcurrentHashMap<>();

  private final @Nullable Study study;

  /** The caller is {@link CapacityAdvisor#model}. */
  SizingModel(
      ClusterLoad load,
      Ranking ranking,
      CpuWork work,
      PriceBook prices,
      SizingAssumptions assumptions) {
    this.load = load;
    this.ranking = ranking;
    this.members = Members.of(load);
    this.peaks = Peaks.of(members);
    this.refusals = Refusals.of(load, ranking, work, members);
    this.bill = new Bill(prices, load.cluster());
    Basis basis = Basis.of(load, work, members);
    this.study = basis == null ? null : new Study(this, basis, assumptions);
  }

  ClusterLoad load() {
    return load;
  }

  Ranking ranking() {
    return ranking;
  }

  Members members() {
    return members;
  }

  Peaks peaks() {
    return peaks;
  }

  /** Why no verdict can be given; empty if one can. */
  List<String> refusals() {
    return refusals;
  }

  Bill bill() {
    return bill;
  }

  /** Null if the CPU work or the hardware of a member is not known. */
  @Nullable Study study() {
    return study;
  }

  /** What the fixes promise to remove. */
  List<Workload.Removal> removals(Basis basis, List<Fix> fixes) {
    List<Workload.Removal> removals = new ArrayList<>();
    for (Fix fix : fixes) {
      WeekWork query =
          queries.computeIfAbsent(
              fix.fingerprint(), key -> basis.work().of(contributor(key).sourceDigests()));
      removals.add(new Workload.Removal(query, fix.percent() / 100));
    }
    return removals;
  }

  private Contributor contributor(String fingerprint) {
    return ranking.contributors().stream()
        .filter(contributor -> contributor.fingerprint().equals(fingerprint))
        .findFirst()
        .orElseThrow(
            () ->
                new SettingException(
                    "No query "
                        + fingerprint
                        + " contributes to the load of "
                        + load.cluster().name(),
                    "Take a fingerprint from the ranking of " + load.week() + "."));
  }

  /**
   * What predictions start from.
   *
   * @param today the capacity there is
   * @param weeks oldest first, the reviewed one last
   * @param zones Availability Zones in use; null if not known
   * @param p99Utilisation of the busiest instance, as measured
   */
  record Basis(
      Shape today,
      ClusterWork work,
      List<WeekWork> weeks,
      Readers readers,
      @Nullable Integer zones,
      double p99Utilisation) {

    static @Nullable Basis of(ClusterLoad load, CpuWork cpu, Members members) {
      ClusterWork work = ClusterWork.of(cpu, members);
      Optional<Shape> today = today(members);
      if (work == null || today.isEmpty()) {
        return null;
      }
      WeekWork week = work.week();
      List<WeekWork> weeks = new ArrayList<>(PastWeeks.of(load, work));
      weeks.add(week);
      return new Basis(
          today.get(),
          work,
          List.copyOf(weeks),
          Readers.of(work.readers(), work.readerUnit(), week.readers()),
          members.zones(),
          Refusals.p99Utilisation(members));
    }

    private static Optional<Shape> today(Members members) {
      if (members.writer() == null || members.readers().size() > Shape.MAX_READERS) {
        return Optional.empty();
      }
      Optional<InstanceClass> writer =
          InstanceClasses.find(members.writer().instance().instanceClass());
      if (members.readers().isEmpty()) {
        return writer.map(known -> Shape.uniform(known, 0));
      }
      Optional<InstanceClass> reader =
          InstanceClasses.find(members.readers().get(0).instance().instanceClass());
      return writer.flatMap(
          of -> reader.map(other -> new Shape(of, other, members.readers().size())));
    }
  }
}
