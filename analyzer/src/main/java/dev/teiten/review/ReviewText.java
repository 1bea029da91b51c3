package dev.teiten.review;

import dev.teiten.load.Sentence;
import java.util.Locale;

/** The sentences of the headline and the agenda. */
public enum ReviewText implements Sentence.Pattern {
  NO_LOAD("No load was collected for this week."),
  MEAN_OF_VCPUS("Mean load %s of %s vCPUs."),
  MEAN("Mean load %s AAS."),
  PEAK_OF_VCPUS("Peak load %s of %s vCPUs on %s."),
  PEAK("Peak load %s AAS on %s."),
  ONE_HOLDER("One query holds %s of its CPU work."),
  HOLDERS("%s queries hold %s of its CPU work."),
  SAFE_AS_IS("Safe as it is: %s."),
  SAFE_AS_IS_LESS("Safe as it is: %s, %s a month less."),
  ONE_FIX_ALLOWS("Fixing one query would allow %s."),
  ONE_FIX_ALLOWS_LESS("Fixing one query would allow %s, about %s a month less."),
  FIXES_ALLOW("Fixing %s queries would allow %s."),
  FIXES_ALLOW_LESS("Fixing %s queries would allow %s, about %s a month less."),
  UNDECIDED("Sizing is undecided."),
  UNDECIDED_FOR("Sizing is undecided: %s"),
  NOT_SAFE("Today's capacity is not safe."),
  ON_TRIAL_ONLY("Only a trial can tell whether %s is enough."),
  ON_TRIAL_ONLY_LESS("Only a trial can tell whether %s is enough, %s a month less."),
  KEEP("Nothing cheaper is known to be safe."),

  NEW_QUERY("%s: %s AAS"),
  WORK_CHANGED("%s: %s work a call"),
  CALLS_CHANGED("%s: %s calls"),
  MORE("more"),
  WAITS_FOR("%s: waits for %s"),
  WAITS_WHILE("%s: waits for %s while %s works more"),
  WAITED_ON("%s: waited for %s from %s to %s"),
  MORE_CALLS_ON("%s: far more calls from %s to %s"),
  MOVED_HOURS("%s: moved from %s to %s"),
  MOVED_DAYS("%s: moved from %s %s to %s %s"),
  OTHERS("others"),
  LOAD_NOW("%s AAS this week"),
  LOAD_NOW_SINCE("%s AAS this week since %s"),
  LOAD_NOW_BEFORE("%s AAS this week (before: %s)"),
  LOAD_NOW_BEFORE_SINCE("%s AAS this week (before: %s) since %s"),
  REDUCE("Safe as it is: %s"),
  REDUCE_SAVING("Safe as it is: %s, %s a month"),
  BUSIEST_CPU("p99 CPU %s of the busiest instance"),
  ONE_FIX("One fix → %s"),
  ONE_FIX_SAVING("One fix → %s, %s a month"),
  FIXES("%s fixes → %s"),
  FIXES_SAVING("%s fixes → %s, %s a month"),
  ON_TRIAL("To be tried: %s"),
  ON_TRIAL_SAVING("To be tried: %s, %s a month"),
  WRITER_GROWS("The writer's work grows: %s a week"),
  READERS_GROW("The readers' work grows: %s a week"),
  GROWTH_INTERVAL("90 %% interval %s to %s a week"),
  WRITER_ROSE("The writer's work rose: %s"),
  READERS_ROSE("The readers' work rose: %s"),
  ROSE_SINCE("since %s; no older week had that level"),
  CPU_THEN("p99 CPU would be %s"),
  LITTLE_DATA("Only %s of the week has data"),
  COLLECT_AGAIN("Run `teiten collect` again."),

  PROMISE("#%s %s: %s"),
  PROMISE_PERCENT("#%s %s: %s %s"),
  PROMISE_OPEN("#%s %s: not verified yet"),
  DELIVERED("DELIVERED"),
  PARTIAL("PARTIAL"),
  NOT_VISIBLE("NOT VISIBLE"),
  REGRESSED_BACK("REGRESSED BACK"),
  MOVED("MOVED"),
  PROMISE_UNDECIDED("UNDECIDED"),
  NOT_VERIFIED_YET("The fix is live; its effect is measured from the weeks around it."),
  TASK("#%s %s (nobody)"),
  TASK_OF("#%s %s (%s)"),
  OVERDUE("It was due on %s"),
  UNTOUCHED("Nothing has happened for %s days");

  private final String english;

  ReviewText(String english) {
    this.english = english;
  }

  @Override
  public String code() {
    return "review." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String english() {
    return english;
  }
}
