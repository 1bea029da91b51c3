package dev.teiten.size;

import dev.teiten.size.Search.Found;
import dev.teiten.size.SizingAdvice.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says in sentences why a verdict is what it is. */
final class Reasons {
  private final Study study;
  private final Workload workload;

  Reasons(Study study, Workload workload) {
    this.study = study;
    this.workload = workload;
  }

  List<String> reduce(Candidate recommended, Found found) {
    List<String> reasons = new ArrayList<>();
    reasons.add(outlook(recommended));
    Shape today = study.basis().today();
    if (!sameClasses(recommended.shape(), today)) {
      reasons.add("Change the class of one reader first and compare before you change the others.");
    }
    addCheaper(found, reasons);
    return reasons;
  }

  private String newer(Candidate candidate) {
    Double today = study.candidates().today().monthlyUsd();
    Double usd = candidate.monthlyUsd();
    return String.format(
        Locale.ROOT,
        "Of a newer generation, %s would hold%s, if its vCPUs are as fast as assumed: a trial on"
            + " one reader measures it.",
        candidate.shape().describe(),
        usd == null || today == null
            ? ""
            : String.format(Locale.ROOT, " and cost $%,.0f a month less", today - usd));
  }

  static boolean sameClasses(Shape shape, Shape today) {
    return shape.writer().equals(today.writer())
        && shape.readerOrWriter().equals(today.readerOrWriter());
  }

  List<String> keep(Found found) {
    List<String> reasons = new ArrayList<>();
    reasons.add(outlook(study.candidates().today()));
    reasons.add("Nothing cheaper of this generation is both safe and known to be so.");
    addCheaper(found, reasons);
    return reasons;
  }

  List<String> increase(@Nullable Candidate larger, Found cheaper) {
    List<String> reasons = new ArrayList<>();
    reasons.add(outlook(study.candidates().today()));
    reasons.add(
        larger == null
            ? "No larger capacity of this generation is safe either: reduce the load first."
            : outlook(larger));
    Candidate newer = cheaper.newer();
    if (newer != null) {
      reasons.add(newer(newer));
    }
    return reasons;
  }

  private void addCheaper(Found found, List<String> reasons) {
    Candidate blocked = found.blocked();
    if (blocked != null) {
      reasons.add(
          "The CPU would allow " + blocked.shape().describe() + ", but " + against(blocked));
    }
    Candidate trial = found.trial();
    if (trial != null) {
      reasons.add(trial(trial));
    }
    Candidate newer = found.newer();
    if (newer != null) {
      reasons.add(newer(newer));
    }
  }

  private String trial(Candidate candidate) {
    Outlook outlook = study.outlook(candidate.shape(), workload);
    return String.format(
        Locale.ROOT,
        "%s is nearly safe (%.0f %% of the draws, p99 up to %s; see the limits of the cpu guard):"
            + " a trial on one reader first would tell.",
        candidate.shape().describe(),
        100 * outlook.probabilitySafe(),
        percent(outlook.high()));
  }

  private String against(Candidate candidate) {
    return study.loadGuards().besidesCpu(candidate.shape(), workload).stream()
        .filter(guard -> guard.state() != Guard.State.PASS)
        .findFirst()
        .map(
            guard ->
                guard.name()
                    + (guard.state() == Guard.State.FAIL ? " stands against it: " : " is unknown: ")
                    + guard.detail())
        .orElse("the CPU limits do not hold.");
  }

  private String outlook(Candidate candidate) {
    Outlook outlook = study.outlook(candidate.shape(), workload);
    return String.format(
        Locale.ROOT,
        "%s: p99 CPU %s, %s to %s with next week's scatter; safe in %.0f %% of the draws.",
        candidate.shape().equals(study.basis().today())
            ? "Today's " + candidate.shape().describe()
            : candidate.shape().describe(),
        percent(outlook.now().busiest()),
        percent(outlook.low()),
        percent(outlook.high()),
        100 * outlook.probabilitySafe());
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
