package dev.teiten.review.promise;

import dev.teiten.load.Sentence;
import java.util.Locale;

/** The sentences of a verification. */
public enum PromiseText implements Sentence.Pattern {
  DELIVERED("A call costs %.0f %% less (%.0f to %.0f %%); %.0f %% was promised."),
  DELIVERED_AS(
      "It runs as %s now, where a call costs %.0f %% less (%.0f to %.0f %%); %.0f %% was promised."),
  RUNS_NO_MORE("It has hardly been seen since %s, as was promised."),
  PARTIAL("A call costs %.0f %% less (%.0f to %.0f %%), surely not the %.0f %% that was promised."),
  PARTIAL_AS(
      "It runs as %s now, where a call costs %.0f %% less (%.0f to %.0f %%), surely not the %.0f %%"
          + " that was promised."),
  NOT_VISIBLE(
      "The cost of a call has not visibly fallen (by %.0f %%; %.0f to %.0f %%); the promised %.0f %%"
          + " would be visible."),
  REGRESSED_BACK(
      "A call cost %.0f %% less at first; of that, %.0f %% (%.0f to %.0f %%) are left since %s."),
  MOVED(
      "%s is new, has the same tables and took the load: the cost of a call of both has not visibly"
          + " fallen (by %.0f %%; %.0f to %.0f %%)."),

  UNKNOWN_QUERY("No query %s is known in the weeks at hand."),
  NOT_SEEN_BEFORE("The query was not seen in the weeks before the fix."),
  NOT_SEEN_AFTER(
      "The query has hardly been seen since the fix: it no longer runs, or its load has become too"
          + " small to be listed."),
  UNCOUNTED(
      "The source counts no calls of this query: cheaper calls and fewer calls cannot be told"
          + " apart."),
  FEW_DAYS_BEFORE("Only %d whole days before the fix are known; %d are needed."),
  FEW_DAYS_AFTER("Only %d whole days after the fix are known; %d are needed."),
  LOW_COVERAGE("Only %.0f %% of the last week's instance-minutes have data."),
  STEP_ELSEWHERE(
      "The cost of a call fell by %.0f %% on %s, and not with the fix: it may have another cause."),
  TOO_UNCERTAIN(
      "A call costs between %.0f and %.0f %% less: this may be nothing, or the promised %.0f %%.");

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
