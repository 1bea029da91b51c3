package dev.teiten.review;

/** The state of a kept result after it was asked for. */
public enum ResultState {
  /** It was missing or no longer valid, and has been made. */
  MADE,
  /** It was there, and is still valid. */
  VALID,
  /** The archive has no day of the cluster in the week, so there is no result. */
  EMPTY
}
