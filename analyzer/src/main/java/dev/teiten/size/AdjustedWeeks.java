package dev.teiten.size;

import java.util.ArrayList;
import java.util.List;

/**
 * The weeks as they would have been with some queries fixed and some moved to another hour.
 *
 * @param weeks oldest first, the reviewed one last; not empty
 * @param removals what is taken off the reviewed week; off the others, the same part at the same
 *     minute of the week
 * @param shifts what is done at another time of its day
 */
record AdjustedWeeks(List<WeekWork> weeks, List<Removal> removals, List<TimeMove> shifts) {

  /**
   * The work of a query and the share of it (0..1) that its fix promises to remove.
   *
   * @param work in the reviewed week
   * @param digests that the query has at the source
   */
  record Removal(WeekWork work, double share, List<String> digests) {}

  /**
   * The work of a query that is done some minutes later, or earlier on the same day.
   *
   * @param work in the reviewed week
   * @param digests that the query has at the source
   * @param fixed the share of it that a fix promises to remove besides, 0..1
   * @param minutes later, 0 to 1439
   */
  record TimeMove(WeekWork work, List<String> digests, double fixed, int minutes) {}

  /** The same with every query as it is at the end of the reviewed week. */
  AdjustedWeeks ahead(CallCostShifts steps) {
    if (steps.none()) {
      return this;
    }
    return new AdjustedWeeks(
        steps.ahead(weeks),
        removals.stream()
            .map(fix -> new Removal(steps.ahead(fix.work, fix.digests), fix.share, fix.digests))
            .toList(),
        shifts.stream()
            .map(
                shift ->
                    new TimeMove(
                        steps.ahead(shift.work, shift.digests),
                        shift.digests,
                        shift.fixed,
                        shift.minutes))
            .toList());
  }

  /** Whether something is promised that may turn out differently. */
  boolean promises() {
    return !removals.isEmpty();
  }

  /** What fixes leave of the work of a digest, 0..1. */
  double left(String digest) {
    return removals.stream()
        .filter(removal -> removal.digests.contains(digest))
        .mapToDouble(removal -> 1 - removal.share)
        .findFirst()
        .orElse(1);
  }

  /** Every week, if a fix has {@code effect} times what it promises. */
  List<WeekWork> after(double effect) {
    if (removals.isEmpty() && shifts.isEmpty()) {
      return weeks;
    }
    WeekWork before = weeks.get(weeks.size() - 1);
    WeekWork fixed = before;
    for (Removal fix : removals) {
      fixed = fixed.less(fix.work(), Math.min(1, effect * fix.share()));
    }
    List<WeekWork> after = new ArrayList<>();
    for (WeekWork week : weeks.subList(0, weeks.size() - 1)) {
      after.add(moved(week.scaled(before, fixed), effect));
    }
    after.add(moved(fixed, effect));
    return after;
  }

  /** A query is taken to run in the weeks before as it did in the reviewed one. */
  private WeekWork moved(WeekWork week, double effect) {
    WeekWork moved = week;
    for (TimeMove shift : shifts) {
      double part = 1 - Math.min(1, effect * shift.fixed);
      moved = moved.shifted(shift.work, part, shift.minutes);
    }
    return moved;
  }
}
