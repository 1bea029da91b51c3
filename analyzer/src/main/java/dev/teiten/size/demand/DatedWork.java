package dev.teiten.size.demand;

import dev.teiten.load.ReviewWeek;
import java.util.List;
import java.util.function.UnaryOperator;

/** The CPU work of a known week; minutes that do not matter are {@code NaN}. */
public record DatedWork(ReviewWeek week, WeekWork work) {

  /** These weeks with other work. */
  static List<DatedWork> each(List<DatedWork> weeks, UnaryOperator<WeekWork> change) {
    return weeks.stream()
        .map(dated -> new DatedWork(dated.week, change.apply(dated.work)))
        .toList();
  }
}
