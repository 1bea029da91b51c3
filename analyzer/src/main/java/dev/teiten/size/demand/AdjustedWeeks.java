package dev.teiten.size.demand;

import java.util.ArrayList;
import java.util.List;

/**
 * The weeks as they would have been with some queries fixed and some moved to another hour.
 *
 * @param weeks oldest first, the reviewed one last; not empty
 * @param older single days of the weeks before, with the highest demand in the archive
 * @param removals fixes; the other weeks lose the same share at the same minute of the week
 * @param moves queries at another time of their day
 */
public record AdjustedWeeks(
    List<DatedWork> weeks, List<DatedWork> older, List<Removal> removals, List<TimeMove> moves) {

  /**
   * A fix of a query.
   *
   * @param work of the query in the reviewed week
   * @param share of the work that the fix promises to remove, 0..1
   * @param digests that the query has at the source
   */
  public record Removal(WeekWork work, double share, List<String> digests) {}

  /**
   * A query whose work is done later, or earlier on the same day.
   *
   * @param work of the query in the reviewed week
   * @param digests that the query has at the source
   * @param fixedShare share of the work that a fix of the same query promises to remove, 0..1
   * @param minutes by which the work is done later, 0 to 1439
   */
  public record TimeMove(WeekWork work, List<String> digests, double fixedShare, int minutes) {}

  /** These weeks if every query had always had its level of the reviewed week's end. */
  public AdjustedWeeks ahead(QueryLevels levels) {
    if (levels.none()) {
      return this;
    }
    WeekWork reviewed = reviewed();
    WeekWork before = levels.before(reviewed);
    WeekWork after = levels.after(reviewed);
    List<DatedWork> earlier = weeks.subList(0, weeks.size() - 1);
    List<DatedWork> ahead =
        new ArrayList<>(DatedWork.each(earlier, week -> week.scaled(before, after)));
    ahead.add(new DatedWork(weeks.get(weeks.size() - 1).week(), after));
    return new AdjustedWeeks(
        ahead,
        DatedWork.each(older, day -> day.scaled(before, after)),
        removals.stream()
            .map(fix -> new Removal(levels.ahead(fix.work, fix.digests), fix.share, fix.digests))
            .toList(),
        moves.stream()
            .map(
                move ->
                    new TimeMove(
                        levels.ahead(move.work, move.digests),
                        move.digests,
                        move.fixedShare,
                        move.minutes))
            .toList());
  }

  private WeekWork reviewed() {
    return weeks.get(weeks.size() - 1).work();
  }

  /** Whether neither fixes nor moves are assumed. */
  public boolean unchanged() {
    return removals.isEmpty() && moves.isEmpty();
  }

  /** Whether fixes are assumed, whose effect may differ from their promise. */
  public boolean hasFixes() {
    return !removals.isEmpty();
  }

  /** The share (0..1) of the work of a digest that fixes leave. */
  public double shareLeft(String digest) {
    return removals.stream()
        .filter(removal -> removal.digests.contains(digest))
        .mapToDouble(removal -> 1 - removal.share)
        .findFirst()
        .orElse(1);
  }

  /** Every week, if a fix has {@code effect} times the effect that it promises. */
  public List<DatedWork> weeksAfter(double effect) {
    if (unchanged()) {
      return weeks;
    }
    WeekWork fixed = fixed(effect);
    List<DatedWork> after = new ArrayList<>(others(weeks.subList(0, weeks.size() - 1), effect));
    after.add(new DatedWork(weeks.get(weeks.size() - 1).week(), moved(fixed, effect)));
    return after;
  }

  /** The days of older weeks, if a fix has the effect that it promises. */
  public List<DatedWork> olderAfter() {
    return unchanged() ? older : others(older, 1);
  }

  private WeekWork fixed(double effect) {
    WeekWork fixed = reviewed();
    for (Removal fix : removals) {
      fixed = fixed.less(fix.work(), Math.min(1, effect * fix.share()));
    }
    return fixed;
  }

  /** Other weeks lose the same share at the same minute of the week. */
  private List<DatedWork> others(List<DatedWork> others, double effect) {
    WeekWork fixed = fixed(effect);
    return DatedWork.each(others, week -> moved(week.scaled(reviewed(), fixed), effect));
  }

  /** A moved query is taken to run in the weeks before as it did in the reviewed one. */
  private WeekWork moved(WeekWork week, double effect) {
    WeekWork moved = week;
    for (TimeMove move : moves) {
      double left = 1 - Math.min(1, effect * move.fixedShare);
      moved = moved.shifted(move.work, left, move.minutes);
    }
    return moved;
  }
}
