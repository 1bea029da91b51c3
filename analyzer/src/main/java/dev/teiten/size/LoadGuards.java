package dev.teiten.size;

import dev.teiten.load.Sentence;
import dev.teiten.size.Outlook.AfterLoss;
import dev.teiten.size.Outlook.State;
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

  private final Study study;

  LoadGuards(Study study) {
    this.study = study;
  }

  /** Every guard of one capacity. */
  List<Guard> all(Candidate candidate, Workload workload) {
    List<Guard> guards = new ArrayList<>();
    guards.add(cpu(candidate.shape(), workload));
    guards.addAll(besidesCpu(candidate.shape(), workload));
    guards.add(data(study));
    return guards;
  }

  /** Every guard but {@code cpu} and {@code data}. */
  List<Guard> besidesCpu(Shape shape, Workload workload) {
    List<Guard> guards = new ArrayList<>(study.guards().of(shape));
    guards.add(study.locks().check(shape, workload));
    guards.add(availability(shape, workload));
    return guards;
  }

  /** The guards where nothing could be computed. */
  static List<Guard> unknown(List<Sentence> reasons) {
    List<Guard> guards = new ArrayList<>();
    OTHERS.forEach(name -> guards.add(Guards.unknown(name, SizingText.NOT_JUDGED)));
    guards.add(new Guard("data", Guard.State.FAIL, Sentence.join(reasons)));
    return guards;
  }

  private Guard cpu(Shape shape, Workload workload) {
    Outlook outlook = study.outlook(shape, workload);
    State next = outlook.next();
    SizingAssumptions limits = study.assumptions();
    boolean pass =
        study.search().safeSoFar(shape, workload)
            && outlook.probabilitySafe() >= limits.get(Assumption.MIN_PROBABILITY);
    return Guards.guard(
        "cpu",
        pass,
        SizingText.CPU,
        Reasons.percent(next.writer()),
        Reasons.percent(limits.utilisationLimit(shape.writer().vcpus())),
        Reasons.percent(next.reader()),
        Reasons.percent(limits.utilisationLimit(shape.readerOrWriter().vcpus())),
        next.stretch(),
        limits.get(Assumption.MAX_STRETCH),
        Reasons.percent(outlook.probabilitySafe()),
        Reasons.percent(limits.get(Assumption.MIN_PROBABILITY)));
  }

  private Guard availability(Shape shape, Workload workload) {
    Integer zones = study.basis().zones();
    AfterLoss after = study.losses().after(shape, workload.highestAhead());
    if (study.basis().today().readers() == 0) {
      return Guards.guard("availability", true, SizingText.ONE_INSTANCE);
    } else if (zones == null) {
      return Guards.unknown("availability", SizingText.NO_ZONES);
    } else if (after == null || zones < 2) {
      return Guards.guard("availability", false, SizingText.ONE_ZONE);
    }
    return Guards.guard(
        "availability",
        study.losses().survives(shape, workload),
        SizingText.ZONES,
        shape.instances(),
        Math.min(zones, shape.instances()),
        after.lost(),
        shape.readers(),
        Reasons.percent(after.left()),
        Reasons.percent(after.promoted()),
        Reasons.percent(study.assumptions().get(Assumption.MAX_AFTER_FAILURE)));
  }

  private static Guard data(Study study) {
    List<Sentence> refusals = study.model().refusals();
    if (!refusals.isEmpty()) {
      return new Guard("data", Guard.State.FAIL, Sentence.join(refusals));
    }
    return Guards.guard(
        "data",
        true,
        SizingText.DATA,
        100 * study.model().load().coverage().share(),
        study.basis().weeks().size());
  }
}
