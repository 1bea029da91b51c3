package dev.teiten.size;

import dev.teiten.load.TimeUnits;
import dev.teiten.rank.Contributor;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.SizingDetails.BatchMove;
import dev.teiten.size.WhatIf.Move;
import dev.teiten.size.demand.DailyWindow;
import dev.teiten.size.demand.WeekWork;
import dev.teiten.size.predict.ScenarioResults;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Looks for batches that would release capacity at another hour, as a fix of them would. */
final class MoveSearch {
  /** A query that works longer than this each day is no batch. */
  private static final int MAX_WINDOW_MINUTES = 6 * TimeUnits.MINUTES_PER_HOUR;

  private static final int MAX_TRIED = 5;
  private static final int STEP_MINUTES = 30;
  private static final int DAY = TimeUnits.MINUTES_PER_DAY;

  private final List<Contributor> heaviestFirst;
  private final double limit;
  private final WhatIfForecasts forecasts;
  private final QueryAdjustments adjustments;
  private final CapacitySearch search;
  private final CapacityOptions options;

  /**
   * @param heaviestFirst queries, by the cores that they would free at the peak
   * @param limit cost of the capacity that needs no move, in US dollars a month or in vCPUs
   */
  MoveSearch(
      List<Contributor> heaviestFirst,
      double limit,
      WhatIfForecasts forecasts,
      QueryAdjustments adjustments,
      CapacitySearch search,
      CapacityOptions options) {
    this.heaviestFirst = heaviestFirst;
    this.limit = limit;
    this.forecasts = forecasts;
    this.adjustments = adjustments;
    this.search = search;
    this.options = options;
  }

  /** The moves that release capacity by themselves, the fewest readers first. */
  List<BatchMove> find() {
    List<BatchMove> moves = new ArrayList<>();
    heaviestFirst.stream()
        .map(Contributor::fingerprint)
        .filter(this::isBatch)
        .limit(MAX_TRIED)
        .forEach(batch -> move(batch).ifPresent(moves::add));
    moves.sort(Comparator.comparing(move -> move.option().readers()));
    return List.copyOf(moves);
  }

  private boolean isBatch(String fingerprint) {
    return DailyWindow.of(adjustments.work(fingerprint)).minutes() <= MAX_WINDOW_MINUTES;
  }

  private Optional<BatchMove> move(String fingerprint) {
    WeekWork work = adjustments.work(fingerprint);
    DailyWindow window = DailyWindow.of(work);
    LocalTime to = time(calmest(work, window.minutes()));
    ScenarioResults moved = forecasts.trial(List.of(), List.of(new Move(fingerprint, to)));
    CapacityCandidate candidate = search.reduction(limit, moved);
    if (candidate == null) {
      return Optional.empty();
    }
    Option option = options.of(candidate, moved);
    return Optional.of(
        new BatchMove(
            fingerprint,
            time(window.start()),
            window.minutes(),
            to,
            option,
            option.monthlySavingUsd()));
  }

  private static LocalTime time(int minute) {
    return LocalTime.ofSecondOfDay((long) TimeUnits.SECONDS_PER_MINUTE * minute);
  }

  /** The minute of the day at which a window would raise the peak least, by half hours. */
  private int calmest(WeekWork query, int windowMinutes) {
    WeekWork reviewed = forecasts.unchanged().demand().reviewed().work();
    double[] highest = highestByMinute(reviewed.less(query, 1).together());
    int calmest = 0;
    double lowestPeak = Double.POSITIVE_INFINITY;
    for (int start = 0; start < DAY; start += STEP_MINUTES) {
      double peak = 0;
      for (int minute = 0; minute < windowMinutes; minute++) {
        peak = Math.max(peak, highest[(start + minute) % DAY]);
      }
      if (peak < lowestPeak) {
        lowestPeak = peak;
        calmest = start;
      }
    }
    return calmest;
  }

  /** The highest of all days at each minute of the day. */
  private static double[] highestByMinute(double[] week) {
    double[] highest = new double[DAY];
    for (int t = 0; t < week.length; t++) {
      if (week[t] > highest[t % DAY]) {
        highest[t % DAY] = week[t];
      }
    }
    return highest;
  }
}
