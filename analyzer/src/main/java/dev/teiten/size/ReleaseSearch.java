package dev.teiten.size;

import dev.teiten.rank.Contributor;
import dev.teiten.rank.Ranking;
import java.util.Comparator;
import java.util.List;

/** Looks for the fixes and moves that release capacity of the cluster as it is. */
final class ReleaseSearch {
  private final List<Contributor> heaviestFirst;
  private final WhatIfForecasts forecasts;
  private final QueryAdjustments adjustments;
  private final CapacitySearch search;
  private final CapacityOptions options;

  ReleaseSearch(
      Ranking ranking,
      WhatIfForecasts forecasts,
      QueryAdjustments adjustments,
      CapacitySearch search,
      CapacityOptions options) {
    this.heaviestFirst =
        ranking.contributors().stream()
            .filter(query -> removableCores(query) > 0)
            .sorted(Comparator.comparingDouble(ReleaseSearch::removableCores).reversed())
            .toList();
    this.forecasts = forecasts;
    this.adjustments = adjustments;
    this.search = search;
    this.options = options;
  }

  private static double removableCores(Contributor query) {
    Double cores = query.removablePeakCores();
    return cores == null ? 0 : cores;
  }

  /** Searches from scratch, which takes most of the time of an advice. */
  FixesAndMoves find() {
    double worthwhile = search.worthwhileCost();
    CapacityCandidate unchanged = search.reduction(worthwhile, forecasts.unchanged());
    double limit = unchanged == null ? worthwhile : unchanged.cost();
    FixSearch fixes = new FixSearch(heaviestFirst, limit, forecasts, search, options);
    MoveSearch moves =
        new MoveSearch(heaviestFirst, limit, forecasts, adjustments, search, options);
    return new FixesAndMoves(fixes.sets(), fixes.breakEvens(), moves.find());
  }
}
