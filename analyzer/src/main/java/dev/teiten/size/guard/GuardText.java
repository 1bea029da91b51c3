package dev.teiten.size.guard;

import dev.teiten.load.Sentence;
import java.util.Locale;

/** The details that guards give. */
public enum GuardText implements Sentence.Pattern {
  NOT_JUDGED("Not judged without CPU work."),
  CPU(
      "Next week's p99 at most %s on the writer (limit %s), %s on a reader (%s); queueing stretches"
          + " CPU time %.2f times (%.2f); the CPU limits hold in %d of %d draws (%d are needed)."),
  CPU_FULL(
      "Next week's p99 at most %s on the writer (limit %s), %s on a reader (%s): queueing has no end;"
          + " the CPU limits hold in %d of %d draws (%d are needed)."),
  ON_WRITER("the writer"),
  ON_READER("a reader"),
  ON_LAST("the only instance left"),
  NO_QUERIES("no single query"),
  HIGHEST_MINUTE("The highest minute of %d weeks (%s) asks for %s of the CPU of %s; made by: %s."),
  WORST_MINUTES(
      "The worst minutes of the archive (from %s) ask for up to %s of the CPU of %s: %d minutes over"
          + " it, a backlog for %d minutes, waits up to %.0f s (limits: %d minutes a day, %d minutes"
          + " of backlog); made by: %s."),
  ONE_INSTANCE("The cluster has one instance today, and a loss stops it."),
  STANDBY("A standby in another Availability Zone takes over; it serves nothing until then."),
  NO_STANDBY(
      "Single-AZ: nothing takes over after a loss, with this class or another, until RDS replaces"
          + " the instance or you restore it."),
  ZONES_OF_REPLICAS(
      "%d instances over %d Availability Zones; the worst loss takes %d of %d readers and leaves"
          + " p99 CPU at %s, %s on a replica that is promoted by hand (limit %s)."),
  NO_ZONES("The Availability Zone of an instance is not known."),
  ONE_ZONE("All instances would stop with one Availability Zone."),
  ZONES(
      "%d instances over %d Availability Zones; the worst loss takes %d of %d readers and leaves"
          + " p99 CPU at %s, %s on a promoted reader (limit %s)."),
  DATA("%.1f %% of the instance-minutes, %d weeks of history."),
  NO_CONNECTIONS("The source gave no number of connections."),
  CONNECTIONS(
      "Peak %.0f of %d (default max_connections) on the writer; %.0f of %d on a reader, %.0f after"
          + " a loss; limit %.0f %%, 100 %% after a loss."),
  CONNECTIONS_STATED(
      "Peak %.0f of %d (max_connections) on the writer; %.0f of %d on a reader, %.0f after a loss;"
          + " limit %.0f %%, 100 %% after a loss."),
  NO_NETWORK("The source gave no network counters."),
  NO_PAGE_READS("The source gave no page reads."),
  FEW_VOLUME_READS(
      "p99.9 of %.0f page reads a second on one volume: any volume and class bears them (at least"
          + " %.0f IOPS)."),
  VOLUME_OF_CLASS(
      "p99.9 of %.0f page reads a second on one volume: the EBS bandwidth of a smaller class is not"
          + " known."),
  NO_IOPS("p99.9 of %.0f page reads a second on one volume, whose IOPS RDS does not state."),
  VOLUME(
      "p99.9 %.0f page reads a second on the writer, %.0f on a reader: %.0f %% of the IOPS of the"
          + " volume; limit %.0f %%."),
  NO_BANDWIDTH("The guaranteed bandwidth of the class is not known."),
  BANDWIDTH(
      "p99.9 %.1f MB/s on the writer, %.1f MB/s on a reader: %.0f %% of what the class guarantees;"
          + " limit %.0f %%."),
  BANDWIDTH_AT_LEAST(
      "p99.9 %.1f MB/s on the writer, %.1f MB/s on a reader: %.0f %% of what the class guarantees"
          + " (not stated for it: the least of any of its size); limit %.0f %%."),
  BURSTABLE("The T classes run on CPU credits; AWS recommends them for development only."),
  NOT_BURSTABLE("Not a burstable class."),
  EQUAL_READERS("Any reader can take over for the writer: it is not smaller."),
  SMALLER_READERS("Readers are smaller than the writer; none is in promotion tier 0 or 1."),
  PREFERRED_READERS(
      "A reader in promotion tier 0 or 1 (or of unknown tier) would be smaller than the writer it"
          + " may have to replace."),
  NO_HIT_RATIO("The source gave no buffer pool hit ratio."),
  NO_FREE_MEMORY("The source gave no free memory."),
  MEMORY_SHORT("Memory is short today: %.1f %% free at the worst, swapping %.0f bytes/s."),
  SAME_POOL("No buffer pool shrinks; hit ratio %.3f %%, %.1f %% of memory free at the worst; %s."),
  SMALLER_POOL(
      "Memory falls to %.0f GiB an instance; hit ratio %.3f %% (needs %.1f %%), page reads %.0f/s"
          + " at the worst (needs %.0f), %s."),
  SMALLER_POOL_UNKNOWN(
      "Memory falls to %.0f GiB an instance; hit ratio %.3f %% (needs %.1f %%), page reads %s/s at"
          + " the worst (needs %.0f), %s: the misses of a smaller pool are not known."),
  TMP_TABLES("temporary tables on disk %s/s"),
  TEMP_FILES("temporary files %s MB/s (needs %.0f for less memory)"),
  UNKNOWN("unknown"),
  NO_LOCKS("Lock waits are negligible."),
  SAME_LOCKS("The instances that wait for locks stay as they are."),
  LOCKS(
      "Contended locks would be held %.0f %% of the time at the peak (%.0f %% today; limit %.0f"
          + " %%): beyond the limit, waits cannot be predicted.");

  private final String english;

  GuardText(String english) {
    this.english = english;
  }

  /** A share (0..1) in whole percent. */
  public static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
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
