package dev.teiten.review.promise;

/** What became of a promise. */
public enum PromiseState {
  /** The interval of what was realised reaches 80 % of what was promised, and excludes 0. */
  DELIVERED,
  /** Something is gone, but surely less than that. */
  PARTIAL,
  /** Nothing is seen to be gone, and what was promised would be seen. */
  NOT_VISIBLE,
  /** It was gone, and came back. */
  REGRESSED_BACK,
  /** Another query, which was not there before, took the load. */
  MOVED,
  /** It cannot be told; the reason says why. */
  UNDECIDED
}
