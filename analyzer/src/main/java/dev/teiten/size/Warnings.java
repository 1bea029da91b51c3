package dev.teiten.size;

import dev.teiten.archive.InstanceLoad;
import dev.teiten.rank.Contributor;
import dev.teiten.rank.Ranking;
import dev.teiten.size.Outlook.AfterLoss;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a reader of the advice should know besides. */
final class Warnings {
  /** With two, one of them may have most by chance. */
  private static final int MIN_READERS_TO_TELL = 3;

  private static final double MIN_BOUND_AAS = 0.05;

  private Warnings() {}

  static List<String> of(SizingModel model, Study study, Decision decision, Workload workload) {
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
    addBound(model, warnings);
    addOrderable(study, decision, warnings);
    addFailure(study, workload, warnings);
    addWriter(study, workload, warnings);
    return warnings;
  }

  private static void addOrderable(Study study, Decision decision, List<String> warnings) {
    Shape today = study.basis().today();
    Candidate recommended = decision.recommended();
    if (recommended != null && !Reasons.sameClasses(recommended.shape(), today)) {
      warnings.add(
          "Whether "
              + recommended.shape().readerOrWriter().name()
              + " can be ordered for this engine version and region is not known: Teiten does not"
              + " ask DescribeOrderableDBInstanceOptions.");
    }
  }

  /** Load of one reader only is bound to it, by a custom endpoint perhaps; it is not spread. */
  private static void addBound(SizingModel model, List<String> warnings) {
    List<String> names =
        model.members().readers().stream().map(reader -> reader.instance().name()).toList();
    if (names.size() < MIN_READERS_TO_TELL) {
      return;
    }
    List<Contributor> bound =
        model.ranking().contributors().stream().filter(query -> isBound(query, names)).toList();
    if (!bound.isEmpty()) {
      double load = bound.stream().mapToDouble(Contributor::loadAas).sum();
      warnings.add(
          String.format(
              Locale.ROOT,
              "%d queries (%.2f AAS) run on one reader only, perhaps by a custom endpoint; sizing"
                  + " spreads them as if they did not.",
              bound.size(),
              load));
    }
  }

  private static boolean isBound(Contributor query, List<String> readers) {
    double all = 0;
    double most = 0;
    for (String reader : readers) {
      double load = query.instances().getOrDefault(reader, 0.0);
      all += load;
      most = Math.max(most, load);
    }
    return all > MIN_BOUND_AAS && most > 0.95 * all;
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
