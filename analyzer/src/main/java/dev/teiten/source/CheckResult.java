package dev.teiten.source;

import java.util.Map;

/**
 * One line of the self-test.
 *
 * @param place where it was tried, as {@link LoadSource#place}
 * @param name what was tried, such as {@code pi:GetResourceMetrics}
 * @param message what was found
 * @param hint what to do; empty where all is well
 * @param statement the IAM statement to add to the role's policy, by element ({@code Effect},
 *     {@code Action}, {@code Resource}); empty where no permission is missing
 */
public record CheckResult(
    String place,
    String name,
    State state,
    String message,
    String hint,
    Map<String, String> statement) {

  /** How it went. */
  public enum State {
    OK,
    WARNING,
    FAILED,
    /** Not tried, since something before it failed. */
    SKIPPED
  }
}
