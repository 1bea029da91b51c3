package dev.teiten.source.aws;

import dev.teiten.source.CheckResult;
import dev.teiten.source.CheckResult.State;
import dev.teiten.source.SourceException;
import dev.teiten.source.SourceException.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/** The results of the self-test so far, in one region of one account. */
final class CheckRun {
  private final AwsClients clients;
  private final List<CheckResult> results = new ArrayList<>();
  private final List<SourceException> failures = new ArrayList<>();
  private int warnings;

  CheckRun(AwsClients clients) {
    this.clients = clients;
  }

  List<CheckResult> results() {
    return results;
  }

  /** The first failure with that reason among the required checks. */
  Optional<SourceException> failure(Reason reason) {
    return failures.stream().filter(e -> e.reason() == reason).findFirst();
  }

  boolean isEachFailed() {
    return !results.isEmpty() && failures.size() + warnings == results.size();
  }

  void add(String name, State state, String message, String hint) {
    results.add(new CheckResult(clients.place(), name, state, message, hint, Map.of()));
  }

  /** Inserts a result before the other results. */
  void addFirst(String name, State state, String message, String hint) {
    results.add(0, new CheckResult(clients.place(), name, state, message, hint, Map.of()));
  }

  /**
   * Runs an action.
   *
   * @param action its name in IAM
   * @param message makes the message of the result from the answer
   * @return null if it failed
   */
  <T> @Nullable T permission(String action, Supplier<T> call, Function<T, String> message) {
    return permission(action, State.FAILED, call, message);
  }

  /**
   * @param worst the state that a failure gets
   */
  <T> @Nullable T permission(
      String action, State worst, Supplier<T> call, Function<T, String> message) {
    try {
      T answer = call.get();
      add(action, State.OK, message.apply(answer), "");
      return answer;
    } catch (SdkException e) {
      failed(action, worst, AwsErrors.translate(action, e));
      return null;
    }
  }

  private void failed(String action, State worst, SourceException e) {
    if (worst == State.FAILED) {
      failures.add(e);
    } else {
      warnings++;
    }
    boolean denied = e.reason() == Reason.DENIED;
    String hint = denied ? "Add the statement to the policy of this role or user." : e.hint();
    Map<String, String> statement = denied ? statement(action) : Map.of();
    String message = String.valueOf(e.getMessage());
    results.add(new CheckResult(clients.place(), action, worst, message, hint, statement));
  }

  private Map<String, String> statement(String action) {
    Map<String, String> statement = new LinkedHashMap<>();
    statement.put("Effect", "Allow");
    statement.put("Action", action);
    statement.put(
        "Resource",
        action.startsWith("pi:") ? "arn:aws:pi:" + clients.region() + ":*:metrics/rds/*" : "*");
    return statement;
  }
}
