package dev.teiten.size;

import dev.teiten.cpu.CpuWork;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.Sentence;
import dev.teiten.load.SettingException;
import dev.teiten.rank.Contributor;
import dev.teiten.rank.Ranking;
import dev.teiten.size.SizingAdvice.Fix;
import dev.teiten.size.WhatIf.Move;
import dev.teiten.size.price.PriceBook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What sizing knows of one cluster in one week before any question is asked: costly to build, cheap
 * to ask, safe to share between threads. A caller keeps it while what-ifs are tried.
 */
public final class SizingModel {
  private static final int MOST_STUDIES = 8;

  private final ClusterLoad load;
  private final Ranking ranking;
  private final ClusterMembers members;
  private final CounterExtremes peaks;
  private final List<Sentence> refusals;
  private final MonthlyCost bill;
  private final Map<String, WeekWork> queries = new ConcurrentHashMap<>();

  private final @Nullable PredictionBasis basis;
  private final SizingAssumptions assumptions;
  private final CapacityCurves curves = new CapacityCurves();
  private final Map<List<Object>, SizingContext> studies = new LinkedHashMap<>(8, 0.75f, true);

  /** The caller is {@link CapacityAdvisor#model}. */
  SizingModel(
      ClusterLoad load,
      Ranking ranking,
      CpuWork work,
      PriceBook prices,
      SizingAssumptions assumptions) {
    this.load = load;
    this.ranking = ranking;
    this.members = ClusterMembers.of(load);
    this.peaks = CounterExtremes.of(members);
    this.refusals = UndecidedReasons.of(load, ranking, work, members);
    this.bill = new MonthlyCost(prices, load.cluster());
    this.basis = PredictionBasis.of(load, work, members, curves);
    this.assumptions = assumptions;
  }

  ClusterLoad load() {
    return load;
  }

  Ranking ranking() {
    return ranking;
  }

  ClusterMembers members() {
    return members;
  }

  CounterExtremes peaks() {
    return peaks;
  }

  /** Why no verdict can be given; empty if one can. */
  List<Sentence> refusals() {
    return refusals;
  }

  SizingAssumptions assumptions() {
    return assumptions;
  }

  MonthlyCost bill() {
    return bill;
  }

  /** Null if the CPU work or the hardware of a member is not known. */
  @Nullable SizingContext study() {
    return study(WhatIf.nothing());
  }

  /**
   * The study under what {@code whatIf} assumes. A few of them are kept: a reader who tries one
   * thing after the other asks for most of them again.
   */
  @Nullable SizingContext study(WhatIf whatIf) {
    PredictionBasis known = basis;
    if (known == null) {
      return null;
    }
    synchronized (studies) {
      SizingContext study =
          studies.computeIfAbsent(
              List.of(whatIf.assumptions(), whatIf.speeds()),
              key ->
                  new SizingContext(
                      this,
                      known,
                      assumptions.with(whatIf.assumptions()),
                      curves,
                      whatIf.speeds()));
      if (studies.size() > MOST_STUDIES) {
        studies.remove(studies.keySet().iterator().next());
      }
      return study;
    }
  }

  /** The weeks with what is assumed of the queries. */
  AdjustedWeeks rework(PredictionBasis basis, List<Fix> fixes, List<Move> moves) {
    List<AdjustedWeeks.Removal> removals = new ArrayList<>();
    Map<String, Double> shares = new HashMap<>();
    for (Fix fix : fixes) {
      removals.add(
          new AdjustedWeeks.Removal(
              query(basis, fix.fingerprint()),
              fix.percent() / 100,
              contributor(fix.fingerprint()).sourceDigests()));
      shares.put(fix.fingerprint(), fix.percent() / 100);
    }
    List<AdjustedWeeks.TimeMove> shifts = new ArrayList<>();
    for (Move move : moves) {
      WeekWork query = query(basis, move.fingerprint());
      int later = move.to().toSecondOfDay() / 60 - DailyWindow.start(query);
      shifts.add(
          new AdjustedWeeks.TimeMove(
              query,
              contributor(move.fingerprint()).sourceDigests(),
              shares.getOrDefault(move.fingerprint(), 0.0),
              Math.floorMod(later, DayPeaks.MINUTES_A_DAY)));
    }
    return new AdjustedWeeks(basis.weeks(), List.copyOf(removals), List.copyOf(shifts));
  }

  /** The work of a query in the reviewed week. */
  WeekWork query(PredictionBasis basis, String fingerprint) {
    return queries.computeIfAbsent(
        fingerprint, key -> basis.work().of(contributor(key).sourceDigests()));
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
}
