package dev.teiten.size;

import dev.teiten.rank.Contributor;
import dev.teiten.size.SizingAdvice.Fix;
import dev.teiten.size.SizingAdvice.FixSet;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.SizingDetails.BreakEven;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the smallest sets of fixes that release capacity. A set is judged as a whole: single
 * fixes do not add up, because the peak moves to another minute.
 */
final class FixSearch {
  /** A fix seldom removes more of a query's work. */
  private static final int MAX_PERCENT = 80;

  private static final int MAX_QUERIES = 8;
  private static final int MAX_PAIRED = 4;

  /** How many sets of one, two and three fixes are worth showing. */
  private static final List<Integer> MAX_SETS_BY_SIZE = List.of(4, 2, 1);

  private final List<Contributor> queries;
  private final double limit;
  private final WhatIfForecasts forecasts;
  private final CapacitySearch search;
  private final CapacityOptions options;
  private final List<ReleasingFixes> singles;

  /** Fixes and the cheapest capacity that they release. */
  private record ReleasingFixes(List<Fix> fixes, CapacityCandidate candidate) {
    List<String> queries() {
      return fixes.stream().map(Fix::fingerprint).toList();
    }
  }

  /**
   * @param heaviestFirst queries, by the cores that they would free at the peak
   * @param limit cost of the capacity that needs no fix, in US dollars a month or in vCPUs
   */
  FixSearch(
      List<Contributor> heaviestFirst,
      double limit,
      WhatIfForecasts forecasts,
      CapacitySearch search,
      CapacityOptions options) {
    this.queries = heaviestFirst.stream().limit(MAX_QUERIES).toList();
    this.limit = limit;
    this.forecasts = forecasts;
    this.search = search;
    this.options = options;
    this.singles = new ArrayList<>();
    fingerprints().forEach(query -> addIfReleasing(List.of(query), limit, singles));
  }

  /** The sets that release more than no fix does, smallest first, then cheapest capacity first. */
  List<FixSet> sets() {
    List<String> heaviest = fingerprints();
    heaviest = heaviest.subList(0, Math.min(MAX_PAIRED, heaviest.size()));
    List<ReleasingFixes> releasing = new ArrayList<>(singles);
    for (int i = 0; i < heaviest.size(); i++) {
      for (int j = i + 1; j < heaviest.size(); j++) {
        addSet(List.of(heaviest.get(i), heaviest.get(j)), releasing);
      }
    }
    if (heaviest.size() >= 3) {
      addSet(heaviest.subList(0, 3), releasing);
    }
    return Stream.of(1, 2, 3).flatMap(size -> best(releasing, size)).map(this::fixSet).toList();
  }

  private static Stream<ReleasingFixes> best(List<ReleasingFixes> releasing, int size) {
    return releasing.stream()
        .filter(release -> release.fixes.size() == size)
        .sorted(
            Comparator.comparingDouble((ReleasingFixes release) -> release.candidate.cost())
                .thenComparing(release -> release.fixes.get(0).percent()))
        .limit(MAX_SETS_BY_SIZE.get(size - 1));
  }

  /** The percent that a fix of each query alone has to reach, in the order of the queries. */
  List<BreakEven> breakEvens() {
    List<BreakEven> breakEvens = new ArrayList<>();
    for (Contributor query : queries) {
      FixPotential potential = FixPotential.of(query);
      FixSet set =
          singles.stream()
              .filter(release -> release.queries().contains(query.fingerprint()))
              .findFirst()
              .map(this::fixSet)
              .orElse(null);
      breakEvens.add(
          new BreakEven(
              query.fingerprint(),
              set == null ? null : set.fixes().get(0).percent(),
              potential.percent(),
              potential.because(),
              set == null ? null : set.option(),
              set == null ? null : set.monthlySavingUsd()));
    }
    return breakEvens;
  }

  private List<String> fingerprints() {
    return queries.stream().map(Contributor::fingerprint).toList();
  }

  /** A larger set has to release more than any part of it does. */
  private void addSet(List<String> fingerprints, List<ReleasingFixes> releasing) {
    double below =
        releasing.stream()
            .filter(release -> fingerprints.containsAll(release.queries()))
            .mapToDouble(release -> release.candidate.cost())
            .min()
            .orElse(limit);
    addIfReleasing(fingerprints, below, releasing);
  }

  private void addIfReleasing(
      List<String> fingerprints, double below, List<ReleasingFixes> releasing) {
    CapacityCandidate candidate = released(fingerprints, MAX_PERCENT, below);
    if (candidate != null) {
      releasing.add(smallest(fingerprints, candidate));
    }
  }

  private @Nullable CapacityCandidate released(
      List<String> fingerprints, int percent, double below) {
    return search.reduction(below, forecasts.trial(fixes(fingerprints, percent), List.of()));
  }

  /** Fixes of the smallest whole percent that release as much as the largest percent does. */
  private ReleasingFixes smallest(List<String> fingerprints, CapacityCandidate candidate) {
    double below = Math.nextUp(candidate.cost());
    ReleasingFixes release = new ReleasingFixes(fixes(fingerprints, MAX_PERCENT), candidate);
    int tooSmall = 0;
    int enough = MAX_PERCENT;
    while (enough - tooSmall > 1) {
      int middle = (tooSmall + enough) / 2;
      CapacityCandidate released = released(fingerprints, middle, below);
      if (released == null) {
        tooSmall = middle;
      } else {
        enough = middle;
        release = new ReleasingFixes(fixes(fingerprints, middle), released);
      }
    }
    return release;
  }

  private static List<Fix> fixes(List<String> fingerprints, int percent) {
    return fingerprints.stream().map(query -> new Fix(query, percent)).toList();
  }

  private FixSet fixSet(ReleasingFixes release) {
    Option option = options.of(release.candidate, forecasts.trial(release.fixes, List.of()));
    return new FixSet(release.fixes, option, option.monthlySavingUsd());
  }
}
