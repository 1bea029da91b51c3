package dev.teiten.size;

import dev.teiten.load.Sentence;
import dev.teiten.size.CapacitySearch.Found;
import dev.teiten.size.SizingAdvice.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says in sentences why a verdict is what it is. */
final class VerdictReasons {
  private final SizingContext study;
  private final ClusterDemand workload;

  VerdictReasons(SizingContext study, ClusterDemand workload) {
    this.study = study;
    this.workload = workload;
  }

  List<Sentence> reduce(CapacityCandidate recommended, Found found) {
    List<Sentence> reasons = new ArrayList<>();
    reasons.add(outlook(recommended));
    ClusterShape today = study.basis().today();
    if (!sameClasses(recommended.shape(), today)) {
      reasons.add(SizingText.ONE_READER_FIRST.of());
    }
    addCheaper(found, reasons);
    return reasons;
  }

  private Sentence newer(CapacityCandidate candidate) {
    Double today = study.candidates().today().monthlyUsd();
    Double usd = candidate.monthlyUsd();
    return usd == null || today == null
        ? SizingText.NEWER.of(candidate.shape().describe())
        : SizingText.NEWER_LESS.of(candidate.shape().describe(), today - usd);
  }

  static boolean sameClasses(ClusterShape shape, ClusterShape today) {
    return shape.writer().equals(today.writer())
        && shape.readerOrWriter().equals(today.readerOrWriter());
  }

  List<Sentence> keep(Found found) {
    List<Sentence> reasons = new ArrayList<>();
    CapacityCandidate today = study.candidates().today();
    reasons.add(outlook(today));
    double safe = study.outlook(today.shape(), workload).probabilitySafe();
    double wanted = study.assumptions().get(Assumption.MIN_PROBABILITY);
    if (safe < wanted) {
      reasons.add(SizingText.NOT_KNOWN_SAFE.of(100 * safe, 100 * wanted));
    }
    reasons.add(SizingText.NOTHING_CHEAPER.of());
    addCheaper(found, reasons);
    return reasons;
  }

  List<Sentence> increase(@Nullable CapacityCandidate larger, Found cheaper) {
    List<Sentence> reasons = new ArrayList<>();
    reasons.add(outlook(study.candidates().today()));
    reasons.add(larger == null ? SizingText.NOTHING_LARGER.of() : outlook(larger));
    CapacityCandidate newer = cheaper.newer();
    if (newer != null) {
      reasons.add(newer(newer));
    }
    return reasons;
  }

  private void addCheaper(Found found, List<Sentence> reasons) {
    CapacityCandidate blocked = found.blocked();
    if (blocked != null) {
      reasons.add(against(blocked));
    }
    CapacityCandidate trial = found.trial();
    if (trial != null) {
      reasons.add(trial(trial));
    }
    CapacityCandidate newer = found.newer();
    if (newer != null) {
      reasons.add(newer(newer));
    }
  }

  private Sentence trial(CapacityCandidate candidate) {
    CapacityForecast outlook = study.outlook(candidate.shape(), workload);
    return SizingText.NEARLY_SAFE.of(
        candidate.shape().describe(), 100 * outlook.probabilitySafe(), percent(outlook.high()));
  }

  private Sentence against(CapacityCandidate candidate) {
    Sentence capacity = candidate.shape().describe();
    return study.loadGuards().besidesCpu(candidate.shape(), workload).stream()
        .filter(guard -> guard.state() != Guard.State.PASS)
        .findFirst()
        .map(
            guard ->
                (guard.state() == Guard.State.FAIL
                        ? SizingText.STANDS_AGAINST
                        : SizingText.UNKNOWN_AGAINST)
                    .of(capacity, GuardName.of(guard), guard.detail()))
        .orElseGet(() -> SizingText.LIMITS_AGAINST.of(capacity));
  }

  private Sentence outlook(CapacityCandidate candidate) {
    CapacityForecast outlook = study.outlook(candidate.shape(), workload);
    boolean today = candidate.shape().equals(study.basis().today());
    return (today ? SizingText.OUTLOOK_TODAY : SizingText.OUTLOOK)
        .of(
            candidate.shape().describe(),
            percent(outlook.now().busiest()),
            percent(outlook.low()),
            percent(outlook.high()),
            100 * outlook.probabilitySafe());
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
