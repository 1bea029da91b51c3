package dev.teiten.source;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One line of the self-test.
 *
 * @param place where the check ran, as {@link LoadSource#place}
 * @param name the checked action, for example {@code pi:GetResourceMetrics}
 * @param message the finding
 * @param hint the remedy; empty if the check passed
 * @param statement the IAM statement to add to the role's policy, by element ({@code Effect},
 *     {@code Action}, {@code Resource}); empty where no permission is missing
 * @param sql the SQL statements that an administrator runs as the remedy; empty if there are none
 */
public record CheckResult(
    String place,
    String name,
    State state,
    String message,
    String hint,
    Map<String, String> statement,
    List<String> sql) {
  /** The first word of the name of each check of Performance Insights on an instance. */
  public static final String INSIGHTS = "performance-insights";

  public CheckResult {
    // In the order of IAM's documents.
    statement = Collections.unmodifiableMap(new LinkedHashMap<>(statement));
    sql = List.copyOf(sql);
  }

  /** A line whose remedy is no SQL statement. */
  public CheckResult(
      String place,
      String name,
      State state,
      String message,
      String hint,
      Map<String, String> statement) {
    this(place, name, state, message, hint, statement, List.of());
  }

  /** The outcome of a check. */
  public enum State {
    OK,
    WARNING,
    FAILED,
    /** Skipped, because an earlier check failed. */
    SKIPPED
  }
}
