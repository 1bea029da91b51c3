package dev.teiten.size;

import dev.teiten.cpu.CapacityCurve;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.Sentence;
import dev.teiten.rank.Contributor;
import dev.teiten.rank.Ranking;
import dev.teiten.size.CapacityForecast.AfterLoss;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a reader of the advice should know besides. */
final class SizingWarnings {
  /** With two, one of them may have most by chance. */
  private static final int MIN_READERS_TO_TELL = 3;

  private static final double MIN_BOUND_AAS = 0.05;

  private SizingWarnings() {}

  static List<Sentence> of(
      SizingModel model,
      SizingContext study,
      SizingDecision decision,
      ClusterDemand workload,
      WhatIf whatIf) {
    List<Sentence> warnings = new ArrayList<>();
    if (study.basis().weeks().size() == 1) {
      warnings.add(SizingText.ONE_WEEK.of());
    }
    addNarrower(study, warnings);
    Ranking ranking = model.ranking();
    if (ranking.peakMinutes() > 0 && ranking.peakDays() < 3) {
      warnings.add(SizingText.FEW_PEAK_DAYS.of(ranking.peakDays()));
    }
    if (!study.candidates().inDollars()) {
      warnings.add(SizingText.NO_PRICE.of(model.load().cluster().region()));
    }
    if (!model.members().brief().isEmpty()) {
      warnings.add(SizingText.BRIEF_READERS.of(model.members().brief().size()));
    }
    if (mixedReaders(model.members())) {
      warnings.add(SizingText.MIXED_READERS.of());
    }
    addBound(model, warnings);
    addOrderable(model, study, decision, whatIf, warnings);
    addFailure(study, workload, warnings);
    addWriter(study, workload, warnings);
    return warnings;
  }

  /** What the draws have to take a whole range of, and data could tell. */
  private static void addNarrower(SizingContext study, List<Sentence> warnings) {
    SizingAssumptions assumptions = study.assumptions();
    int weeks = study.basis().weeks().size();
    if (weeks < PastWeeks.MOST) {
      double left = ScenarioDraw.weekLogSd(PastWeeks.MOST) / ScenarioDraw.weekLogSd(weeks);
      warnings.add(SizingText.NARROWER_BY_WEEKS.of(PastWeeks.MOST - weeks, 100 * (1 - left)));
    }
    if (study.basis().burst() == null && !BurstRange.said(assumptions)) {
      BurstRange assumed = BurstRange.range(assumptions, null);
      warnings.add(SizingText.NARROWER_BY_SECONDS.of(assumed.low(), assumed.high()));
    }
    CapacityCurve curve = study.basis().work().writer().curve();
    if (curve.gain() == CapacityCurve.DEFAULT_GAIN) {
      warnings.add(
          SizingText.NARROWER_BY_GAIN.of(
              assumptions.get(Assumption.GAIN_LOW), assumptions.get(Assumption.GAIN_HIGH)));
    }
  }

  private static void addOrderable(
      SizingModel model,
      SizingContext study,
      SizingDecision decision,
      WhatIf whatIf,
      List<Sentence> warnings) {
    Set<String> orderable = model.load().orderable();
    ClusterShape today = study.basis().today();
    CapacityCandidate recommended = decision.recommended();
    if (orderable == null
        && recommended != null
        && !VerdictReasons.sameClasses(recommended.shape(), today)) {
      warnings.add(SizingText.ORDERABLE.of(recommended.shape().readerOrWriter().name()));
    }
    for (String asked : whatIf.classes()) {
      if (orderable != null && !orderable.contains(asked)) {
        warnings.add(SizingText.NOT_OFFERED.of(asked));
      }
    }
  }

  /** Load of one reader only is bound to it, by a custom endpoint perhaps; it is not spread. */
  private static void addBound(SizingModel model, List<Sentence> warnings) {
    List<String> names =
        model.members().readers().stream().map(reader -> reader.instance().name()).toList();
    if (names.size() < MIN_READERS_TO_TELL) {
      return;
    }
    List<Contributor> bound =
        model.ranking().contributors().stream().filter(query -> isBound(query, names)).toList();
    if (!bound.isEmpty()) {
      double load = bound.stream().mapToDouble(Contributor::loadAas).sum();
      warnings.add(SizingText.BOUND.of(bound.size(), load));
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

  private static void addFailure(
      SizingContext study, ClusterDemand workload, List<Sentence> warnings) {
    ClusterShape today = study.basis().today();
    AfterLoss after = study.losses().after(today, workload.highestAhead());
    double limit = study.assumptions().get(Assumption.MAX_AFTER_FAILURE);
    if (after != null && after.busiest() > limit) {
      warnings.add(
          SizingText.ZONE_LOST.of(
              VerdictReasons.percent(after.busiest()), VerdictReasons.percent(limit)));
    }
  }

  /** A writer that stays as it is does not stop a reduction; its headroom is worth a word. */
  private static void addWriter(
      SizingContext study, ClusterDemand workload, List<Sentence> warnings) {
    ClusterShape today = study.basis().today();
    double next = study.outlook(today, workload).next().writer();
    double limit = study.assumptions().utilisationLimit(today.writer().vcpus());
    if (next > limit) {
      warnings.add(
          SizingText.WRITER_HIGH.of(VerdictReasons.percent(next), VerdictReasons.percent(limit)));
    }
  }

  private static boolean mixedReaders(ClusterMembers members) {
    return members.readers().stream()
            .map(InstanceLoad::instance)
            .map(instance -> instance.instanceClass())
            .distinct()
            .count()
        > 1;
  }
}
