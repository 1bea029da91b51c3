package dev.teiten.size;

import dev.teiten.load.Sentence;
import java.util.Locale;

/** The sentences of sizing: reasons, warnings and details. */
public enum SizingText implements Sentence.Pattern {
  ALONE("%s without readers"),
  WITH_READER("%s with 1 reader"),
  WITH_READERS("%s with %d readers"),
  WITH_OTHER_READER("%s with 1 reader of %s"),
  WITH_OTHER_READERS("%s with %d readers of %s"),

  WITH_SCALED("%s with %d to %d readers"),
  WITH_OTHER_SCALED("%s with %d to %d readers of %s"),

  OUTLOOK(
      "%s: p99 CPU %s, %s to %s with next week's scatter; the CPU limits hold in %d of %d draws."),
  OUTLOOK_TODAY(
      "Today's %s: p99 CPU %s, %s to %s with next week's scatter; the CPU limits hold in %d of %d"
          + " draws."),
  ONE_READER_FIRST(
      "Change the class of one reader first and compare before you change the others."),
  NEWER(
      "%s (a newer generation) would be enough if its vCPUs are as fast as assumed; a trial on one"
          + " reader measures this."),
  NEWER_LESS(
      "%s (a newer generation) would be enough and cost $%,.0f a month less if its vCPUs are as"
          + " fast as assumed; a trial on one reader measures this."),
  OTHER_KIND(
      "%s would be enough if its CPU compares with today's as assumed; a trial on one reader measures"
          + " this."),
  OTHER_KIND_LESS(
      "%s would be enough and cost $%,.0f a month less if its CPU compares with today's as assumed; a"
          + " trial on one reader measures this."),
  LOWER_MAXIMUM(
      "A maximum of %s ACU would hold, too: it saves nothing, but bounds the bill of a runaway"
          + " query."),
  SCALED_LATE(
      "The CPU used all of the capacity units allocated in %d minutes, below the maximum: a higher"
          + " minimum would scale up faster."),
  NOT_KNOWN_SAFE(
      "It kept its limits in the weeks seen. For next week %d of %d draws keep them; %d are needed."),
  NOT_SURELY_KEPT(
      "Whether it kept its limits in the weeks seen is not sure: it did not if work comes in the"
          + " bursts that are assumed (see the limits of the cpu guard)."),
  RISE_WAITS("No reduction while this is on the agenda: %s"),
  WORK_ROSE("The work of %s is %.0f %% higher since %s, and no older week had that level."),
  WORK_GROWS("The work of %s grows by %.0f %% a week (90 %% interval: %.0f to %.0f %%)."),
  WRITER_WORK("the writer"),
  READERS_WORK("the readers"),
  NEW_QUERY("A new query makes %2$.0f %% of the peak's work: %1$s"),
  DEARER_QUERY("A query that costs more a call adds %2$.0f %% of the peak's work: %1$s"),
  MORE_CALLS("A query that is called more often adds %2$.0f %% of the peak's work: %1$s"),
  SPEED_ASSUMED("The speed of %s is assumed and not measured."),
  UNITS_ASSUMED(
      "The CPU of a capacity unit (ACU) against %s is assumed (four units a vCPU) and not measured."),
  SCALING_ASSUMED(
      "How fast Serverless v2 scales up from a lower minimum is not stated by AWS: that it is within"
          + " the minute is assumed."),
  GUARD_UNKNOWN("The guard %s is unknown: %s"),
  TRIAL_CLASS(
      "Change one reader to %s for seven days with a usual peak, and compare its p99 CPU with %s;"
          + " change it back if the p99 passes %s."),
  TRIAL_RANGE(
      "Set the range of the cluster to %s for seven days with a usual peak, and set it back if the p99"
          + " CPU passes %s."),
  TRIAL_ALONE(
      "Change the instance to %s in a quiet hour for seven days with a usual peak, and change it back"
          + " if its p99 CPU passes %s."),
  TRIAL_FEWER(
      "Take %d reader(s) out of service for seven days with a usual peak, without deleting them; put"
          + " them back if the p99 CPU of another reader passes %s."),
  TRIAL_SCALED(
      "Set the scaling policy to %d to %d readers at a target of %s for seven days with a usual peak;"
          + " set it back if the p99 CPU of a reader passes %s."),
  TRIAL_AFTER("Begin when the rise is explained and a whole week has its level. %s"),
  NOTHING_CHEAPER("No cheaper capacity of this generation is known to be safe."),
  NOTHING_LARGER("No larger capacity of this generation is safe either: reduce the load first."),
  STANDS_AGAINST("The CPU would allow %s, but %s stands against it: %s"),
  UNKNOWN_AGAINST("The CPU would allow %s, but %s is unknown: %s"),
  LIMITS_AGAINST("The CPU would allow %s, but the CPU limits do not hold."),
  NEARLY_SAFE(
      "%s may be safe (the CPU limits hold in %d of %d draws, p99 up to %s): its doubts say what a"
          + " trial has to show."),
  NOT_SIZEABLE("The cluster cannot be sized: %s"),

  SATURATED(
      "The CPU was saturated (p99 %.0f %%, over %.0f %%). Today's capacity is too small for the"
          + " load, and the full load is not known."),
  LONG_QUEUE(
      "%.0f sessions were on the CPU of %s or in its queue (p99), over %.1f for each of its %.0f"
          + " vCPUs: more sessions may have waited outside."),
  NO_WRITER("The week shows no writer."),
  WRITER_UNKNOWN(
      "The writer is known for %.0f %% of the week only: no event tells the writer before a failover."),
  FEW_DAYS("The writer has %.1f days of data; a verdict needs seven."),
  COVERAGE("Data cover %.1f %% of the instance-minutes; a verdict needs %.0f %%."),
  MAY_PAUSE(
      "An instance of Serverless v2 with a minimum of 0 ACU may pause; then it has no data, which is"
          + " not told from missing data."),
  UNSEEN(
      "%d instances lived for %.0f hours of the week and no collect saw them: the load that was seen"
          + " is only a part. Collect hourly."),
  NO_CPU_WORK("The CPU work of %s is not known: %s."),
  CPU_GAPS("The CPU counter of %s has gaps."),
  RESIZED("%s was resized within the week: its load belongs to two capacities."),
  OTHER("%.0f %% of the load belongs to no known statement (over %.0f %%)."),

  ONE_WEEK("One week of history: a month end or a sale may not be in it."),
  NARROWER_BY_WEEKS(
      "%d more week(s) of history would narrow the intervals: they take %.0f %% off the scatter of"
          + " next week."),
  NARROWER_BY_SECONDS(
      "Sessions counted by the second would narrow the intervals; without them, bursts of %.1f to"
          + " %.1f are assumed."),
  NARROWER_BY_GAIN(
      "A busier week would narrow the intervals: this one does not show whether a second"
          + " hyperthread adds %.2f or %.2f cores."),
  FEW_PEAK_DAYS("The peak lies on %d day(s): it may be a single event."),
  NO_DEPLOYMENT(
      "The archive does not tell how RDS deploys the cluster (Single-AZ, Multi-AZ or Multi-AZ DB"
          + " cluster): collect again."),
  REPLICAS_BY_NAME(
      "Read replicas have no common endpoint: before one is removed, its sessions have to be moved"
          + " to the others. The prediction spreads them as evenly as today's."),
  NO_PRICE(
      "No price is known for today's capacity in %s: options are compared by vCPUs. A price file"
          + " adds them."),
  NO_PRICE_OF_DEPLOYMENT(
      "No price is known for today's classes of %s, %s, in %s: options are compared by vCPUs."
          + " `teiten prices --update` fetches AWS's."),
  BRIEF_READERS(
      "%d reader(s) were there for less than half of the week: their load counts, their number"
          + " does not."),
  SCALED(
      "The number of readers is scaled: at most %d ran at once, %.1f on average. Options with a range"
          + " follow the demand at a target of %s (%s). A new reader takes load after %.0f minutes, and"
          + " so does one that replaces a lost one."),
  TARGET_KNOWN("of the scaling policy"),
  TARGET_ASSUMED("assumed, because no policy is known"),
  MIXED_READERS("The readers have several classes; they are sized as if all were the first's."),
  ORDERABLE(
      "Whether %s can be ordered for this engine version and region is not known: no collect has"
          + " had an answer of DescribeOrderableDBInstanceOptions yet."),
  NOT_OFFERED("%s cannot be ordered for this engine version in this region."),
  BOUND(
      "%d queries (%.2f AAS) run on one reader only, perhaps by a custom endpoint; sizing spreads"
          + " them over all readers."),
  ZONE_LOST(
      "If its largest Availability Zone were lost at the peak, today's capacity would run at %s"
          + " (limit %s)."),
  WRITER_HIGH("The writer's p99 CPU may reach %s next week (limit %s)."),

  POTENTIAL_ROWS(
      "It examines %,.0f rows for each that it sends; at %.0f it would do so much less."),
  POTENTIAL_HINT("A hint on its text: %s"),
  POTENTIAL_NONE("Neither its rows nor its text show waste; fewer calls are what is left."),
  SERVERLESS(
      "An estimate, not a recommendation: four capacity units a busy vCPU, at 70 %% use; low if it"
          + " follows the load by the minute, high if it stays an hour at the hour's highest. What"
          + " the buffer pool needs is not in it.");

  private final String english;

  SizingText(String english) {
    this.english = english;
  }

  @Override
  public String code() {
    return "size." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String english() {
    return english;
  }
}
