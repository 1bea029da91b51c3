package dev.teiten.size;

import dev.teiten.rank.Contributor;
import dev.teiten.size.SizingAdvice.Fix;
import dev.teiten.size.SizingAdvice.FixSet;
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
  /** A fix seldom removes more of a query's work; what 80 % does not release, no fix will. */
  private static final int MAX_PERCENT = 80;

  private static final int SINGLES = 8;
  private static final int PAIRED = 4;

  /** How many sets of one, two and three fixes are worth showing. */
  private static final List<Integer> MOST = List.of(4, 2, 1);

  private final SizingContext study;
  private final double limit;
  private @Nullable List<ReleasingFixes> singles;

  FixSearch(SizingContext study) {
    this.study = study;
    double worthwhile = study.worthwhile();
    CapacityCandidate without = study.search().reduction(worthwhile, study.workload(List.of()));
    this.limit = without == null ? worthwhile : without.cost();
  }

  /** What the capacity costs that no fix is needed for. */
  double limit() {
    return limit;
  }

  /** The sets that release more than no fix does, smallest first, then by what they release. */
  List<FixSet> sets() {
    List<String> queries = queries();
    List<ReleasingFixes> found = new ArrayList<>(singles());
    List<String> best = queries.subList(0, Math.min(PAIRED, queries.size()));
    for (int i = 0; i < best.size(); i++) {
      for (int j = i + 1; j < best.size(); j++) {
        add(
            List.of(best.get(i), best.get(j)),
            cheapestWithin(found, best.get(i), best.get(j)),
            found);
      }
    }
    if (best.size() >= 3) {
      List<String> three = best.subList(0, 3);
      add(three, cheapestWithin(found, three.toArray(String[]::new)), found);
    }
    return Stream.of(1, 2, 3)
        .flatMap(size -> best(found, size, MOST.get(size - 1)))
        .map(this::fixSet)
        .toList();
  }

  /** What a fix of each query alone has to reach, those first that would lower the peak most. */
  List<BreakEven> breakEvens() {
    List<BreakEven> all = new ArrayList<>();
    for (Contributor query : heaviest()) {
      FixPotential evidence = FixPotential.of(query);
      FixSet set =
          singles().stream()
              .filter(release -> release.queries().contains(query.fingerprint()))
              .findFirst()
              .map(this::fixSet)
              .orElse(null);
      all.add(
          new BreakEven(
              query.fingerprint(),
              set == null ? null : set.fixes().get(0).percent(),
              evidence.percent(),
              evidence.because(),
              set == null ? null : set.option(),
              set == null ? null : set.monthlySavingUsd()));
    }
    return all;
  }

  private List<ReleasingFixes> singles() {
    List<ReleasingFixes> known = singles;
    if (known == null) {
      known = new ArrayList<>();
      for (String query : queries()) {
        add(List.of(query), limit, known);
      }
      singles = known;
    }
    return known;
  }

  private static Stream<ReleasingFixes> best(List<ReleasingFixes> found, int size, int most) {
    return found.stream()
        .filter(release -> release.fixes.size() == size)
        .sorted(
            Comparator.comparingDouble((ReleasingFixes release) -> release.candidate.cost())
                .thenComparing(release -> release.fixes.get(0).percent()))
        .limit(most);
  }

  private List<String> queries() {
    return heaviest().stream().map(Contributor::fingerprint).toList();
  }

  private List<Contributor> heaviest() {
    return study.model().ranking().contributors().stream()
        .filter(contributor -> removable(contributor) > 0)
        .sorted(Comparator.comparingDouble(FixSearch::removable).reversed())
        .limit(SINGLES)
        .toList();
  }

  static double removable(Contributor contributor) {
    Double cores = contributor.removablePeakCores();
    return cores == null ? 0 : cores;
  }

  /** A larger set has to release more than any part of it does. */
  private double cheapestWithin(List<ReleasingFixes> found, String... queries) {
    List<String> within = List.of(queries);
    return found.stream()
        .filter(release -> within.containsAll(release.queries()))
        .mapToDouble(release -> release.candidate.cost())
        .min()
        .orElse(limit);
  }

  private void add(List<String> queries, double below, List<ReleasingFixes> found) {
    CapacityCandidate candidate = released(queries, MAX_PERCENT, below);
    if (candidate != null) {
      found.add(breakEven(queries, candidate));
    }
  }

  private @Nullable CapacityCandidate released(List<String> queries, int percent, double below) {
    return study.search().reduction(below, study.trial(fixes(queries, percent), List.of()));
  }

  /** The smallest whole percent of every fix that releases as much as the largest does. */
  private ReleasingFixes breakEven(List<String> queries, CapacityCandidate candidate) {
    double below = Math.nextUp(candidate.cost());
    ReleasingFixes release = new ReleasingFixes(fixes(queries, MAX_PERCENT), candidate);
    int tooSmall = 0;
    int enough = MAX_PERCENT;
    while (enough - tooSmall > 1) {
      int middle = (tooSmall + enough) / 2;
      CapacityCandidate smaller = released(queries, middle, below);
      if (smaller == null) {
        tooSmall = middle;
      } else {
        enough = middle;
        release = new ReleasingFixes(fixes(queries, middle), smaller);
      }
    }
    return release;
  }

  private static List<Fix> fixes(List<String> queries, int percent) {
    return queries.stream().map(query -> new Fix(query, percent)).toList();
  }

  private FixSet fixSet(ReleasingFixes release) {
    SizingAdvice.Option option =
        study.options().of(release.candidate, study.trial(release.fixes, List.of()));
    return new FixSet(release.fixes, option, option.monthlySavingUsd());
  }

  private record ReleasingFixes(List<Fix> fixes, CapacityCandidate candidate) {
    List<String> queries() {
      return fixes.stream().map(Fix::fingerprint).toList();
    }
  }
}
