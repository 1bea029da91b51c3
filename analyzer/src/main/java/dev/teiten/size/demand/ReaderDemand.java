package dev.teiten.size.demand;

/**
 * The 99th percentile, over the minutes of one week, of a reader's CPU work beyond its constant
 * background. Sessions can be shared with other readers; an agent runs on each by itself. So the
 * percentile depends on the share.
 */
@FunctionalInterface
public interface ReaderDemand {
  /**
   * The demand on one reader, in cores of the writer's class; {@code NaN} if unknown.
   *
   * @param share the reader's part of the work of all readers' sessions, over 0
   */
  double at(double share);

  /** The demand if the sessions' work changes by a factor. */
  default ReaderDemand times(double factor) {
    return share -> at(factor * share);
  }

  /** The higher demand at each share. */
  default ReaderDemand max(ReaderDemand other) {
    return share -> Math.max(at(share), other.at(share));
  }
}
