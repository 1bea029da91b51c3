package dev.teiten.size;

import dev.teiten.load.Sentence;
import dev.teiten.size.CapacityForecast.AfterLoss;
import dev.teiten.size.CapacityForecast.ClusterCpuUse;
import dev.teiten.size.SizingAdvice.Guard;
import java.util.ArrayList;
import java.util.List;

/** The guards that depend on the workload and the data, and with them the whole list. */
final class LoadGuards {
  private static final List<String> OTHERS =
      List.of(
          "cpu",
          "memory",
          "connections",
          "network",
          "storage",
          "burstable",
          "writer",
          "locks",
          "availability");

  private final SizingContext study;

  LoadGuards(SizingContext study) {
    this.study = study;
  }

  /** Every guard of one capacity. */
  List<Guard> all(CapacityCandidate candidate, ClusterDemand workload) {
    List<Guard> guards = new ArrayList<>();
    guards.add(cpu(candidate.shape(), workload));
    guards.addAll(besidesCpu(candidate.shape(), workload));
    guards.add(data(study));
    return guards;
  }

  /** Every guard but {@code cpu} and {@code data}. */
  List<Guard> besidesCpu(ClusterShape shape, ClusterDemand workload) {
    List<Guard> guards = new ArrayList<>(study.guards().of(shape));
    guards.add(study.locks().check(shape, workload));
    guards.add(availability(shape, workload));
    return guards;
  }

  /** The guards where nothing could be computed. */
  static List<Guard> unknown(List<Sentence> reasons) {
    List<Guard> guards = new ArrayList<>();
    OTHERS.forEach(name -> guards.add(ResourceGuards.unknown(name, SizingText.NOT_JUDGED)));
    guards.add(new Guard("data", Guard.State.FAIL, Sentence.join(reasons)));
    return guards;
  }

  private Guard cpu(ClusterShape shape, ClusterDemand workload) {
    CapacityForecast outlook = study.outlook(shape, workload);
    ClusterCpuUse next = outlook.next();
    SizingAssumptions limits = study.assumptions();
    boolean pass =
        study.search().safeSoFar(shape, workload)
            && outlook.probabilitySafe() >= limits.get(Assumption.MIN_PROBABILITY);
    return ResourceGuards.guard(
        "cpu",
        pass,
        SizingText.CPU,
        VerdictReasons.percent(next.writer()),
        VerdictReasons.percent(limits.utilisationLimit(shape.writer().vcpus())),
        VerdictReasons.percent(next.reader()),
        VerdictReasons.percent(limits.utilisationLimit(shape.readerOrWriter().vcpus())),
        next.stretch(),
        limits.get(Assumption.MAX_STRETCH),
        VerdictReasons.percent(outlook.probabilitySafe()),
        VerdictReasons.percent(limits.get(Assumption.MIN_PROBABILITY)));
  }

  private Guard availability(ClusterShape shape, ClusterDemand workload) {
    Integer zones = study.basis().zones();
    AfterLoss after = study.losses().after(shape, workload.highestAhead());
    if (study.basis().today().readers() == 0) {
      return ResourceGuards.guard("availability", true, SizingText.ONE_INSTANCE);
    } else if (zones == null) {
      return ResourceGuards.unknown("availability", SizingText.NO_ZONES);
    } else if (after == null || zones < 2) {
      return ResourceGuards.guard("availability", false, SizingText.ONE_ZONE);
    }
    return ResourceGuards.guard(
        "availability",
        study.losses().survives(shape, workload),
        SizingText.ZONES,
        shape.instances(),
        Math.min(zones, shape.instances()),
        after.lost(),
        shape.readers(),
        VerdictReasons.percent(after.left()),
        VerdictReasons.percent(after.promoted()),
        VerdictReasons.percent(study.assumptions().get(Assumption.MAX_AFTER_FAILURE)));
  }

  private static Guard data(SizingContext study) {
    List<Sentence> refusals = study.model().refusals();
    if (!refusals.isEmpty()) {
      return new Guard("data", Guard.State.FAIL, Sentence.join(refusals));
    }
    return ResourceGuards.guard(
        "data",
        true,
        SizingText.DATA,
        100 * study.model().load().coverage().share(),
        study.basis().weeks().size());
  }
}
