package dev.teiten.review.promise;

import dev.teiten.load.Sentence;
import java.util.Locale;

/** Everything that a verification says. */
public enum PromiseText implements Sentence.Pattern {
  DELIVERED("A call takes %.0f %% less work (%.0f to %.0f %%); %.0f %% was promised."),
  DELIVERED_AS(
      "It runs as %s now, and a call takes %.0f %% less work (%.0f to %.0f %%); %.0f %% was"
          + " promised."),
  RUNS_NO_MORE("It has not been seen since %s, as was promised."),
  PARTIAL(
      "A call takes %.0f %% less work (%.0f to %.0f %%), surely less than the promised %.0f %%."),
  PARTIAL_AS(
      "It runs as %s now, and a call takes %.0f %% less work (%.0f to %.0f %%), surely less than"
          + " the promised %.0f %%."),
  NOT_VISIBLE(
      "No fall of the work a call is seen (%.0f %%; %.0f to %.0f %%), though the promised %.0f %%"
          + " would be."),
  REGRESSED_BACK(
      "A call took %.0f %% less work at first; since %s it takes %.0f %% less (%.0f to %.0f %%)."),
  MOVED(
      "%s is new, reads the same tables and took the load: the work of both together has not"
          + " fallen (%.0f %%; %.0f to %.0f %%)."),

  UNKNOWN_QUERY("No query %s is known in the weeks at hand."),
  NOT_SEEN_BEFORE("The query was not seen in the weeks before the fix."),
  NOT_SEEN_AFTER(
      "The query has not been seen since the fix: it is called no more, or its load has become too"
          + " small to be listed."),
  UNCOUNTED(
      "The source counts no calls of this query: more work and more calls cannot be told"
          + " apart."),
  FEW_DAYS_BEFORE("Only %d whole days before the fix are known; %d are needed."),
  FEW_DAYS_AFTER("Only %d whole days after the fix are known; %d are needed."),
  LOW_COVERAGE("Only %.0f %% of the last week's instance-minutes have data."),
  STEP_ELSEWHERE(
      "The work a call fell by %.0f %% on %s and not at the time of the fix: something else may"
          + " have done it."),
  TOO_UNCERTAIN(
      "The work a call changed by between %+.0f and %+.0f %%: that may be nothing, and may be what"
          + " was promised.");

  private final String english;

  PromiseText(String english) {
    this.english = english;
  }

  @Override
  public String code() {
    return "promise." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String english() {
    return english;
  }
}
