package dev.teiten.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The minutes of a member's life. */
class MemberTimelineTest {
  private static final Instant MIDNIGHT = Instant.parse("2026-11-09T00:00:00Z");
  private static final TimeRange HOUR = new TimeRange(MIDNIGHT, MIDNIGHT.plus(Duration.ofHours(1)));
  private static final Instance INSTANCE =
      new Instance("db-1", "shop-1", "8.0", null, null, null, null, null);

  private static MinuteCoverage coverage(
      @Nullable String born, @Nullable String died, int observed) {
    double[] total = new double[60];
    Arrays.fill(total, observed, total.length, Double.NaN);
    MemberTimeline life = life(span(born, died, Role.READER));
    MinuteCoverage coverage = life.coverage(HOUR, total);
    assertThat(life.coverage(HOUR, observed)).isEqualTo(coverage);
    return coverage;
  }

  private static MemberTimeline life(MemberSpan... spans) {
    return new MemberTimeline(INSTANCE, true, MemberTimeline.ALWAYS, List.of(spans));
  }

  private static MemberSpan span(@Nullable String from, @Nullable String to, Role role) {
    return new MemberSpan(
        from == null ? Instant.MIN : instant(from),
        to == null ? Instant.MAX : instant(to),
        role,
        null);
  }

  private static Instant instant(String time) {
    return Instant.parse("2026-11-09T" + time + "Z");
  }

  @Test
  void theMinutesOfBirthAndDeathCount() {
    assertThat(coverage(null, null, 0)).isEqualTo(new MinuteCoverage(0, 60));
    assertThat(coverage("00:40:10", null, 0)).isEqualTo(new MinuteCoverage(0, 20));
    assertThat(coverage("00:40:00", null, 0)).isEqualTo(new MinuteCoverage(0, 20));
    assertThat(coverage(null, "00:30:30", 30)).isEqualTo(new MinuteCoverage(30, 31));
    assertThat(coverage(null, "00:30:00", 30)).isEqualTo(new MinuteCoverage(30, 30));
    assertThat(coverage("02:00:00", null, 0)).isEqualTo(new MinuteCoverage(0, 0));
    assertThat(coverage("00:10:00", "00:10:30", 0)).isEqualTo(new MinuteCoverage(0, 1));
  }

  @Test
  void timeBetweenSpansIsNoLife() {
    MemberTimeline life =
        life(span(null, "00:10:00", Role.READER), span("00:50:00", null, Role.READER));

    assertThat(life.coverage(HOUR, 0)).isEqualTo(new MinuteCoverage(0, 20));
    assertThat(life.livedShare(HOUR)).isEqualTo(20 / 60.0);
    assertThat(life.livesAt(instant("00:20:00"))).isFalse();
    assertThat(life.died()).isNull();
  }

  @Test
  void minuteOfAFailoverHasTheRoleAfterIt() {
    MemberTimeline life =
        life(span(null, "00:20:30", Role.READER), span("00:20:30", null, Role.WRITER));

    assertThat(life.livingMinutes(HOUR).cardinality()).isEqualTo(60);
    assertThat(life.writingMinutes(HOUR).nextSetBit(0)).isEqualTo(20);
    assertThat(life.writingMinutes(HOUR).cardinality()).isEqualTo(40);
  }

  @Test
  void minutesOfAnotherMembershipAreMasked() {
    TimeRange half = new TimeRange(instant("00:30:00"), Instant.MAX);
    MemberTimeline life = new MemberTimeline(INSTANCE, true, half, List.of());
    double[] minutes = new double[60];
    life.mask(HOUR, minutes);

    assertThat(Arrays.stream(minutes).filter(Double::isNaN).count()).isEqualTo(30);
    assertThat(minutes[29]).isNaN();
    assertThat(minutes[30]).isZero();
  }
}
