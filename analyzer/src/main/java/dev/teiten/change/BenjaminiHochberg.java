package dev.teiten.change;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Adjusts p-values for the number of tests (Benjamini and Hochberg, Controlling the false discovery
 * rate, J. R. Stat. Soc. B 57, 1995).
 */
final class BenjaminiHochberg {
  private BenjaminiHochberg() {}

  /** The q-value of each p-value: the lowest false discovery rate that still reports it. */
  static double[] adjust(double[] pValues) {
    int[] order =
        IntStream.range(0, pValues.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> pValues[i]))
            .mapToInt(i -> i)
            .toArray();
    double[] adjusted = new double[pValues.length];
    double least = 1;
    for (int position = order.length; position >= 1; position--) {
      int i = order[position - 1];
      least = Math.min(least, pValues[i] * order.length / position);
      adjusted[i] = least;
    }
    return adjusted;
  }
}
