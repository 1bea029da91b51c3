package dev.teiten.size;

import dev.teiten.archive.InstanceLoad;
import dev.teiten.rank.Ranking;
import dev.teiten.size.Outlook.AfterLoss;
import java.util.ArrayList;
import java.util.List;

/** What a reader of the advice should know besides. */
final class Warnings {
  private Warnings() {}

  static List<String> of(SizingModel model, Study study, Workload workload) {
    List<String> warnings = new ArrayList<>();
    if (study.basis().weeks().size() == 1) {
      warnings.add("One week of history: a month end or a sale may not be in it.");
    }
    Ranking ranking = model.ranking();
    if (ranking.peakMinutes() > 0 && ranking.peakDays() < 3) {
      warnings.add("The peak lies on " + ranking.peakDays() + " day(s): it may be a single event.");
    }
    if (!study.candidates().inDollars()) {
      warnings.add(
          "No price is known for today's capacity in "
              + model.load().cluster().region()
              + ": options are compared by vCPUs. A price file adds them.");
    }
    if (!model.members().brief().isEmpty()) {
      warnings.add(
          model.members().brief().size()
              + " reader(s) were there for less than half of the week: their load counts, their"
              + " number does not.");
    }
    if (mixedReaders(model.members())) {
      warnings.add("The readers have several classes; they are sized as if all were the first's.");
    }
    addFailure(study, workload, warnings);
    addWriter(study, workload, warnings);
    return warnings;
  }

  private static void addFailure(Study study, Workload workload, List<String> warnings) {
    Shape today = study.basis().today();
    AfterLoss after = study.losses().after(today, workload.highest());
    double limit = study.assumptions().get(Assumption.MAX_AFTER_FAILURE);
    if (after != null && after.busiest() > limit) {
      warnings.add(
          "If its largest Availability Zone were lost at the peak, today's capacity would run at "
              + Reasons.percent(after.busiest())
              + " (limit "
              + Reasons.percent(limit)
              + ").");
    }
  }

  /** A writer that stays as it is does not stop a reduction; its headroom is worth a word. */
  private static void addWriter(Study study, Workload workload, List<String> warnings) {
    Shape today = study.basis().today();
    double next = study.forecast().next(today, workload).writer();
    double limit = study.assumptions().utilisationLimit(today.writer().vcpus());
    if (next > limit) {
      warnings.add(
          "The writer's p99 CPU may reach "
              + Reasons.percent(next)
              + " next week (limit "
              + Reasons.percent(limit)
              + ").");
    }
  }

  private static boolean mixedReaders(Members members) {
    return members.readers().stream()
            .map(InstanceLoad::instance)
            .map(instance -> instance.instanceClass())
            .distinct()
            .count()
        > 1;
  }
}
