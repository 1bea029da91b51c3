package dev.teiten.load;

import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The life of one instance as a member of its cluster: when it ran, and its role by time. Time
 * between two spans is time in which it was stopped.
 *
 * @param instance as it was last seen; without class if only events tell of it
 * @param sighted whether an inventory ever listed it; false if only events of RDS tell of it
 * @param membership the time in which the instance belonged to this cluster; a blue/green
 *     switchover ends it
 * @param spans in order, without overlap, within {@code membership}
 */
public record MemberTimeline(
    Instance instance, boolean sighted, TimeRange membership, List<MemberSpan> spans) {
  /** All of time. */
  public static final TimeRange ALWAYS = new TimeRange(Instant.MIN, Instant.MAX);

  public MemberTimeline {
    spans = List.copyOf(spans);
    Instant end = membership.from();
    for (MemberSpan span : spans) {
      if (span.from().isBefore(end) || span.to().isAfter(membership.to())) {
        throw new IllegalArgumentException(span + " is out of order or of " + membership);
      }
      end = span.to();
    }
  }

  /** An instance that runs from its creation on, in the role and class that it has now. */
  public static MemberTimeline of(Instance instance) {
    Instant created = instance.createdAt();
    MemberSpan life =
        new MemberSpan(
            created == null ? Instant.MIN : created,
            Instant.MAX,
            instance.role(),
            instance.instanceClass());
    return new MemberTimeline(instance, true, ALWAYS, List.of(life));
  }

  /** Whether it ran at that instant. */
  public boolean livesAt(Instant instant) {
    return spans.stream().anyMatch(span -> span.contains(instant));
  }

  /** The start of its first span; null if it is unknown, or if it never ran here. */
  public @Nullable Instant born() {
    Instant from = spans.isEmpty() ? Instant.MIN : spans.get(0).from();
    return from.equals(Instant.MIN) ? null : from;
  }

  /** The end of its last span; null if it still runs, or never ran here. */
  public @Nullable Instant died() {
    Instant to = spans.isEmpty() ? Instant.MAX : spans.get(spans.size() - 1).to();
    return to.equals(Instant.MAX) ? null : to;
  }

  /** The minutes of a range in which it ran; a minute that it began or ended in counts. */
  public BitSet livingMinutes(TimeRange range) {
    BitSet minutes = new BitSet();
    spans.forEach(span -> set(minutes, span, range));
    return minutes;
  }

  /** The minutes of a range in which it was the writer. */
  public BitSet writingMinutes(TimeRange range) {
    BitSet minutes = new BitSet();
    for (MemberSpan span : spans) {
      BitSet part = new BitSet();
      set(part, span, range);
      minutes.andNot(part);
      if (span.role() == Role.WRITER) {
        minutes.or(part);
      }
    }
    return minutes;
  }

  /** Sets the minutes in which it belonged to another cluster to {@code NaN}. */
  public void mask(TimeRange range, double[] minutes) {
    if (!membership.from().isAfter(range.from()) && !membership.to().isBefore(range.to())) {
      return;
    }
    for (int t = 0; t < minutes.length; t++) {
      if (!membership.contains(range.from().plusSeconds((long) t * TimeUnits.SECONDS_PER_MINUTE))) {
        minutes[t] = Double.NaN;
      }
    }
  }

  /** The part of the range (0..1) in which it ran. */
  public double livedShare(TimeRange range) {
    return (double) livingMinutes(range).cardinality() / range.minutes();
  }

  private static void set(BitSet minutes, MemberSpan span, TimeRange range) {
    Instant from = span.from().isBefore(range.from()) ? range.from() : span.from();
    Instant to = span.to().isAfter(range.to()) ? range.to() : span.to();
    if (from.isBefore(to)) {
      long end = Duration.between(range.from(), to.minusNanos(1)).toMinutes() + 1;
      minutes.set((int) Duration.between(range.from(), from).toMinutes(), (int) end);
    }
  }

  /**
   * The minutes of a range in which it ran; a minute that has data counts, whatever is known of it.
   *
   * @param total a value for each minute of the range, {@code NaN} where there is no data
   */
  public BitSet livingMinutes(TimeRange range, double[] total) {
    BitSet living = livingMinutes(range);
    for (int i = 0; i < total.length; i++) {
      if (!Double.isNaN(total[i])) {
        living.set(i);
      }
    }
    return living;
  }

  /** The coverage of a range by the minutes with a total, as in {@link #livingMinutes}. */
  public MinuteCoverage coverage(TimeRange range, double[] total) {
    return new MinuteCoverage(KnownValues.count(total), livingMinutes(range, total).cardinality());
  }

  /** The coverage of a range in which {@code observed} minutes have data. */
  public MinuteCoverage coverage(TimeRange range, long observed) {
    return new MinuteCoverage(observed, Math.max(observed, livingMinutes(range).cardinality()));
  }
}
