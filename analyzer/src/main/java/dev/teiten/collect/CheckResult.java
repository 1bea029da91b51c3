package dev.teiten.collect;

/**
 * One line of the self-test.
 *
 * @param name what was tried, such as {@code pi:GetResourceMetrics}
 * @param message what was found
 * @param hint what to do; empty where all is well
 */
public record CheckResult(String name, State state, String message, String hint) {

  /** How it went. */
  public enum State {
    OK,
    WARNING,
    FAILED,
    /** Not tried, since something before it failed. */
    SKIPPED
  }
}
