package dev.teiten.rank;

import dev.teiten.change.history.DayGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/**
 * Rank intervals by the block bootstrap: days are drawn with replacement, and the queries are
 * ranked again. Days are the blocks because the minutes of a day are alike; drawing minutes would
 * make every rank look certain.
 */
final class RankIntervals {
  private static final int DRAWS = 200;
  private static final double TAIL = 0.05;

  private RankIntervals() {}

  /**
   * The interval of one entry.
   *
   * @param low the best rank, 1-based
   * @param high the worst rank, 1-based
   */
  record RankInterval(int low, int high) {}

  /** The 90 % interval of the rank of each entry of {@code ranked}. */
  static <T> List<RankInterval> of(List<T> ranked, ToDoubleBiFunction<T, int[]> value, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[][] ranks = new int[ranked.size()][DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      int[] timesOfDay = new int[DayGrid.COUNT];
      for (int i = 0; i < DayGrid.COUNT; i++) {
        timesOfDay[random.nextInt(DayGrid.COUNT)]++;
      }
      rank(ranked, value, timesOfDay, ranks, draw);
    }
    List<RankInterval> intervals = new ArrayList<>();
    for (int i = 0; i < ranks.length; i++) {
      Arrays.sort(ranks[i]);
      int low = ranks[i][(int) (TAIL * DRAWS)];
      int high = ranks[i][(int) ((1 - TAIL) * DRAWS) - 1];
      intervals.add(new RankInterval(Math.min(i + 1, low), Math.max(i + 1, high)));
    }
    return intervals;
  }

  /**
   * The intervals with the ranks that ranges of values allow.
   *
   * @param least the least value of each entry
   * @param most the most value of each entry
   */
  static List<RankInterval> widened(List<RankInterval> drawn, double[] least, double[] most) {
    List<RankInterval> widened = new ArrayList<>();
    for (int i = 0; i < drawn.size(); i++) {
      double mine = least[i];
      double mostMine = most[i];
      int above = (int) Arrays.stream(least).filter(other -> other > mostMine).count();
      int perhapsAbove = (int) Arrays.stream(most).filter(other -> other > mine).count();
      int self = mostMine > mine ? 0 : 1;
      widened.add(
          new RankInterval(
              Math.min(drawn.get(i).low(), above + 1),
              Math.max(drawn.get(i).high(), perhapsAbove + self)));
    }
    return widened;
  }

  private static <T> void rank(
      List<T> ranked,
      ToDoubleBiFunction<T, int[]> value,
      int[] timesOfDay,
      int[][] ranks,
      int draw) {
    double[] values =
        ranked.stream().mapToDouble(entry -> value.applyAsDouble(entry, timesOfDay)).toArray();
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -values[i]))
            .mapToInt(i -> i)
            .toArray();
    for (int position = 0; position < order.length; position++) {
      ranks[order[position]][draw] = position + 1;
    }
  }
}
