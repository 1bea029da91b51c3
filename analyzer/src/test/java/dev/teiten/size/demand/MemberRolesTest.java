package dev.teiten.size.demand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.load.ClusterTimeline;
import dev.teiten.load.Instance;
import dev.teiten.load.MemberSpan;
import dev.teiten.load.MemberTimeline;
import dev.teiten.load.Role;
import dev.teiten.load.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The demand of a role is the demand of the instances that had it in each minute. */
class MemberRolesTest {
  private static final Instant START = Instant.parse("2026-11-14T12:00:00Z");
  private static final TimeRange HOUR = new TimeRange(START, START.plus(Duration.ofHours(1)));
  private static final Instant FAILOVER = START.plus(Duration.ofMinutes(40));

  private static MemberTimeline member(String id, MemberSpan... spans) {
    Instance instance = new Instance(id, id, "8.0", null, null, null, null, null);
    return new MemberTimeline(instance, true, MemberTimeline.ALWAYS, List.of(spans));
  }

  private static MemberSpan span(Instant from, Instant to, Role role) {
    return new MemberSpan(from, to, role, null);
  }

  private static MemberRoles.MemberWork work(String id, double cores) {
    double[] work = new double[60];
    Arrays.fill(work, cores);
    return new MemberRoles.MemberWork(id, work, work, null, 1);
  }

  @Test
  void aFailoverMovesTheDemandsToOtherInstances() {
    MemberTimeline before =
        member(
            "a",
            span(Instant.MIN, FAILOVER, Role.WRITER),
            span(FAILOVER, Instant.MAX, Role.READER));
    MemberTimeline after =
        member(
            "b",
            span(Instant.MIN, FAILOVER, Role.READER),
            span(FAILOVER, Instant.MAX, Role.WRITER));
    MemberRoles roles =
        MemberRoles.of(new ClusterTimeline(List.of(before, after), List.of()), HOUR);
    WeekWork week = roles.split(List.of(work("a", 1), work("b", 5)), 60);

    assertThat(week.readers()[39]).isEqualTo(5);
    assertThat(week.writer()[39]).isEqualTo(1);
    assertThat(week.readers()[40]).isEqualTo(1);
    assertThat(week.writer()[40]).isEqualTo(5);
  }

  @Test
  void aReaderThatNobodySawDidAsMuchAsTheOthers() {
    MemberTimeline writer = member("w", span(Instant.MIN, Instant.MAX, Role.WRITER));
    MemberTimeline seen = member("a", span(Instant.MIN, Instant.MAX, Role.READER));
    MemberTimeline unseen = member("b", span(FAILOVER, Instant.MAX, Role.READER));
    ClusterTimeline timeline = new ClusterTimeline(List.of(writer, seen, unseen), List.of());
    WeekWork week = MemberRoles.of(timeline, HOUR).split(List.of(work("w", 1), work("a", 3)), 60);

    assertThat(week.readers()[39]).isEqualTo(3);
    assertThat(week.readers()[40]).isEqualTo(6);
  }

  @Test
  void aMinuteWithoutReadersHasNoDemandOfReaders() {
    MemberTimeline writer = member("w", span(Instant.MIN, Instant.MAX, Role.WRITER));
    MemberTimeline scaled = member("a", span(FAILOVER, Instant.MAX, Role.READER));
    ClusterTimeline timeline = new ClusterTimeline(List.of(writer, scaled), List.of());
    WeekWork week = MemberRoles.of(timeline, HOUR).split(List.of(work("w", 1), work("a", 3)), 60);

    assertThat(week.readers()[39]).isZero();
    assertThat(week.readers()[40]).isEqualTo(3);
  }
}
