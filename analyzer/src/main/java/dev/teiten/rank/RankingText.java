package dev.teiten.rank;

import dev.teiten.load.Sentence;
import java.util.Locale;

/** The warnings of a ranking. */
public enum RankingText implements Sentence.Pattern {
  COVERAGE("Only %.1f %% of the week's instance-minutes have data."),
  OTHER(
      "%.0f %% of the load belongs to no known digest: the ranking shows only part of the whole."),
  CLOCK_CHANGE("The clocks change in this week: it has %d hours."),
  RESIZED(
      "%s changed its number of vCPUs inside the week: its CPU work counts only while it had its"
          + " present class."),
  NO_CPU_WORK_OF("The CPU work of %s is not in the peak figures: %s."),
  NO_CPU_WORK("No CPU work is known: the order is by load, not by %s."),
  FEW_PEAK_DAYS("The peak lies on %d day(s) only: it may be a single event."),
  NO_WEEK_BEFORE("No week before this one has enough data: changes are undecided."),
  LITTLE_OF_THIS_WEEK("Too little of this week has data: changes are undecided."),
  LOW_POWER(
      "Low power: only one week before this one is known, so only large changes can be seen."),
  WEEKS_LEFT_OUT("%d week(s) before this one have too little data to compare with."),
  UNUSUAL_DAY(
      "%s was like a holiday: many queries were called far more or less than on its weekday, each"
          + " in its own way. The day is not compared."),
  UNUSUAL_TRAFFIC(
      "%s was like a holiday: all queries together were called far more or less than on its weekday."
          + " That is taken out of the comparison."),
  CALLS_TOGETHER(
      "The calls of most queries moved together by %+.0f %%: that is not counted as a change of"
          + " any one query."),
  WORK_TOGETHER(
      "The work a call of most queries moved together by %+.0f %%: that is not counted as a change"
          + " of any one query."),
  UNCOUNTED(
      "Queries without call counts in two weeks: %d. For them more traffic and more work a call"
          + " cannot be told apart."),
  SILENT(
      "%s has no data, or only part of it, on %d day(s) of this week or the weeks before: the"
          + " comparison leaves it out on these weekdays."),
  UNHEARD(
      "Queries that ran nearly only on instances without data: %d. Their changes are undecided, and"
          + " they may still run."),
  LITTLE(
      "Calls times latency differ by %.0f %% from the load of %s: its statistics are incomplete,"
          + " or single calls last over hours."),
  UNCOUNTED_DIGESTS(
      "%.0f %% of the load belongs to digests without statistics: the digest table is full"
          + " (performance_schema_digests_size) or was emptied."),
  CREATED("%s was created inside the week, at %s: its load is the mean since then."),
  REMOVED(
      "%s has no data from %s on: it was removed, replaced or not collected since, and its load is"
          + " the mean until then."),
  NOT_FROM_SQL("not from SQL"),
  EACH_INSTANCE("each instance"),
  EACH_READER("each reader"),
  BACKGROUND_DAILY("not from SQL: %s, %s"),
  BACKGROUND_ON("not from SQL: %s on %s, %s"),
  BACKGROUND_ON_DAYS("not from SQL: %s on %d days, %s"),
  BACKGROUND_CORES("%s (%.1f cores while it runs)"),
  BACKGROUND_STAYS(
      "%s: it belongs to the instance. No fix of a query removes it, and more readers do not share"
          + " it."),
  CPU_EXPLAINED("The listed statements explain %.0f %% of the CPU work."),
  NO_SAVINGS("No single fix is known to release capacity: the order is by the removable peak."),
  TWINS("%s (%s) is new and %s is gone; both %s %s: it may be the same query under another text."),
  SCATTERED(
      "%d queries look like one in many shapes (%s of %s; the largest is %s). Together they hold"
          + " %.0f %% of the load, which would be rank %d.");

  private final String english;

  RankingText(String english) {
    this.english = english;
  }

  @Override
  public String code() {
    return "rank." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String english() {
    return english;
  }
}
