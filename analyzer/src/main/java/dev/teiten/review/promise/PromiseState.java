package dev.teiten.review.promise;

/** The outcome of a promise. */
public enum PromiseState {
  /** The interval of the realised drop reaches 80 % of the promise and excludes 0. */
  DELIVERED,
  /** The drop is visible, but surely below 80 % of the promise. */
  PARTIAL,
  /** No drop is visible, though the promised drop would be. */
  NOT_VISIBLE,
  /** The load dropped and came back. */
  REGRESSED_BACK,
  /** A query that did not run before took over the load. */
  MOVED,
  /** The outcome cannot be told; the reason says why. */
  UNDECIDED
}
