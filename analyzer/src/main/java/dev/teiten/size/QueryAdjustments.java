package dev.teiten.size;

import dev.teiten.load.SettingException;
import dev.teiten.load.TimeUnits;
import dev.teiten.rank.Contributor;
import dev.teiten.rank.Ranking;
import dev.teiten.size.SizingAdvice.Fix;
import dev.teiten.size.WhatIf.Move;
import dev.teiten.size.demand.AdjustedWeeks;
import dev.teiten.size.demand.AdjustedWeeks.Removal;
import dev.teiten.size.demand.AdjustedWeeks.TimeMove;
import dev.teiten.size.demand.DailyWindow;
import dev.teiten.size.demand.WeekWork;
import dev.teiten.size.predict.PredictionBasis;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Applies fixes and moves of the ranked queries to the measured weeks. */
final class QueryAdjustments {
  private final PredictionBasis basis;
  private final Ranking ranking;
  private final Map<String, WeekWork> workByFingerprint = new ConcurrentHashMap<>();

  QueryAdjustments(PredictionBasis basis, Ranking ranking) {
    this.basis = basis;
    this.ranking = ranking;
  }

  /**
   * The weeks with these fixes and moves.
   *
   * @throws SettingException if a fingerprint is not in the ranking
   */
  AdjustedWeeks adjust(List<Fix> fixes, List<Move> moves) {
    List<Removal> removals = new ArrayList<>();
    Map<String, Double> shares = new HashMap<>();
    for (Fix fix : fixes) {
      double share = fix.percent() / 100;
      removals.add(new Removal(work(fix.fingerprint()), share, digests(fix.fingerprint())));
      shares.put(fix.fingerprint(), share);
    }
    List<TimeMove> timeMoves = new ArrayList<>();
    for (Move move : moves) {
      WeekWork work = work(move.fingerprint());
      int later =
          move.to().toSecondOfDay() / TimeUnits.SECONDS_PER_MINUTE - DailyWindow.of(work).start();
      timeMoves.add(
          new TimeMove(
              work,
              digests(move.fingerprint()),
              shares.getOrDefault(move.fingerprint(), 0.0),
              Math.floorMod(later, TimeUnits.MINUTES_PER_DAY)));
    }
    return new AdjustedWeeks(
        basis.history(), basis.older(), List.copyOf(removals), List.copyOf(timeMoves));
  }

  /**
   * The work of a query in the reviewed week.
   *
   * @throws SettingException if the fingerprint is not in the ranking
   */
  WeekWork work(String fingerprint) {
    return workByFingerprint.computeIfAbsent(fingerprint, key -> basis.work().of(digests(key)));
  }

  private List<String> digests(String fingerprint) {
    return ranking.contributors().stream()
        .filter(contributor -> contributor.fingerprint().equals(fingerprint))
        .findFirst()
        .map(Contributor::sourceDigests)
        .orElseThrow(
            () ->
                new SettingException(
                    "No query " + fingerprint + " contributes to the load of " + ranking.cluster(),
                    "Take a fingerprint from the ranking of " + ranking.week() + "."));
  }
}
