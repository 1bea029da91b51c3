package dev.teiten.size;

import dev.teiten.archive.InstanceLoad;
import dev.teiten.rank.Ranking;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a reader of the advice should know besides. */
final class Warnings {
  private Warnings() {}

  static List<String> of(SizingModel model, Study study, Decision decision) {
    List<String> warnings = new ArrayList<>();
    Shape today = study.basis().today();
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
    addFailure(study, warnings);
    Candidate recommended = decision.recommended();
    if (recommended != null
        && !recommended.shape().writer().family().equals(today.writer().family())) {
      warnings.add(
          "Check that the engine version supports "
              + recommended.shape().writer().name()
              + " (DescribeOrderableDBInstanceOptions); its speed is an assumption.");
    }
    return warnings;
  }

  private static void addFailure(Study study, List<String> warnings) {
    Workload workload = study.workload(List.of());
    Double after = study.forecast().now(study.basis().today(), workload).afterFailure();
    double limit = study.assumptions().maxUtilisationAfterFailure();
    if (after != null && after > limit) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "If its largest Availability Zone were lost at the peak, today's capacity would run"
                  + " at %.0f %% (limit %.0f %%).",
              100 * after,
              100 * limit));
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
