package dev.teiten.size;

import dev.teiten.rank.Contributor;
import dev.teiten.size.SizingDetails.BatchMove;
import dev.teiten.size.WhatIf.Move;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Looks for batches that would do no harm at another hour: what a fix of them would save too. */
final class MoveSearch {
  /** Of a day: what works longer than that is no batch. */
  private static final int LONGEST_MINUTES = 6 * 60;

  private static final int TRIED = 5;
  private static final int STEP_MINUTES = 30;
  private static final int DAY = DayPeaks.MINUTES_A_DAY;

  private final SizingContext study;
  private final double limit;

  /**
   * @param limit what the capacity costs that needs no move
   */
  MoveSearch(SizingContext study, double limit) {
    this.study = study;
    this.limit = limit;
  }

  /** Those that release capacity by themselves, what saves most first. */
  List<BatchMove> find() {
    List<BatchMove> found = new ArrayList<>();
    study.model().ranking().contributors().stream()
        .filter(query -> FixSearch.removable(query) > 0)
        .sorted(Comparator.comparingDouble(FixSearch::removable).reversed())
        .filter(query -> DailyWindow.minutes(work(query)) <= LONGEST_MINUTES)
        .limit(TRIED)
        .forEach(query -> move(query).ifPresent(found::add));
    found.sort(Comparator.comparing(move -> move.option().readers()));
    return List.copyOf(found);
  }

  private WeekWork work(Contributor query) {
    return study.model().query(study.basis(), query.fingerprint());
  }

  private Optional<BatchMove> move(Contributor query) {
    WeekWork work = work(query);
    int window = DailyWindow.minutes(work);
    LocalTime to = time(calmest(work, window));
    ClusterDemand moved = study.trial(List.of(), List.of(new Move(query.fingerprint(), to)));
    CapacityCandidate candidate = study.search().reduction(limit, moved);
    if (candidate == null) {
      return Optional.empty();
    }
    SizingAdvice.Option option = study.options().of(candidate, moved);
    return Optional.of(
        new BatchMove(
            query.fingerprint(),
            time(DailyWindow.start(work)),
            window,
            to,
            option,
            option.monthlySavingUsd()));
  }

  private static LocalTime time(int minute) {
    return LocalTime.ofSecondOfDay(60L * minute);
  }

  /** The half hour at which a window begins whose highest minute, without the query, is lowest. */
  private int calmest(WeekWork query, int window) {
    List<WeekWork> weeks = study.basis().weeks();
    double[] rest = weeks.get(weeks.size() - 1).less(query, 1).together();
    double[] highest = new double[DAY];
    for (int t = 0; t < rest.length; t++) {
      if (rest[t] > highest[t % DAY]) {
        highest[t % DAY] = rest[t];
      }
    }
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int start = 0; start < DAY; start += STEP_MINUTES) {
      double peak = 0;
      for (int m = 0; m < window; m++) {
        peak = Math.max(peak, highest[(start + m) % DAY]);
      }
      if (peak < least) {
        least = peak;
        best = start;
      }
    }
    return best;
  }
}
