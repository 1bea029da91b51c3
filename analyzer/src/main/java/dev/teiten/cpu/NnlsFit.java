package dev.teiten.cpu;

/**
 * Least squares with coefficients that cannot be negative, by coordinate descent on the normal
 * equations (Franc, Hlavac and Navara, Sequential coordinate-wise algorithm for the non-negative
 * least squares problem, CAIP 2005).
 */
final class NnlsFit {
  private static final int MAX_ROUNDS = 20_000;
  private static final double TOLERANCE = 1e-9;

  private final double[][] gram;
  private final double[] moment;
  private double square;

  NnlsFit(int columns) {
    gram = new double[columns][columns];
    moment = new double[columns];
  }

  /** Adds one observation: {@code y} should equal the sum of {@code x} times the coefficients. */
  void add(double y, double... x) {
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        gram[i][j] += x[i] * x[j];
      }
      moment[i] += x[i] * y;
    }
    square += y * y;
  }

  /** The coefficients; 0 for a column of zeros. */
  double[] solve() {
    double[] result = new double[moment.length];
    double change = Double.MAX_VALUE;
    for (int round = 0; round < MAX_ROUNDS && change > TOLERANCE; round++) {
      change = 0;
      for (int i = 0; i < result.length; i++) {
        change = Math.max(change, improve(result, i));
      }
    }
    return result;
  }

  /** Sets one coefficient to its optimum; returns how far the fit moved, relative to the data. */
  private double improve(double[] x, int i) {
    if (gram[i][i] == 0) {
      return 0;
    }
    double gradient = -moment[i];
    for (int j = 0; j < x.length; j++) {
      gradient += gram[i][j] * x[j];
    }
    double next = Math.max(0, x[i] - gradient / gram[i][i]);
    double moved = Math.abs(next - x[i]);
    x[i] = next;
    return moved * Math.sqrt(gram[i][i] / Math.max(square, Double.MIN_NORMAL));
  }

  /** The share of the sum of squares that the coefficients do not explain, 0 to 1. */
  double residual(double[] x) {
    double squares = square;
    for (int i = 0; i < x.length; i++) {
      squares -= 2 * x[i] * moment[i];
      for (int j = 0; j < x.length; j++) {
        squares += x[i] * gram[i][j] * x[j];
      }
    }
    return square == 0 ? 0 : Math.max(0, squares / square);
  }

  /** The root mean square of the residuals over {@code count} observations. */
  double rootMeanSquare(double[] x, int count) {
    return Math.sqrt(residual(x) * square / count);
  }
}
