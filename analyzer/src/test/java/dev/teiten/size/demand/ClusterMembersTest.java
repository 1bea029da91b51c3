package dev.teiten.size.demand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.load.ClusterLoad;
import dev.teiten.load.ClusterTimeline;
import dev.teiten.load.Instance;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.MemberSpan;
import dev.teiten.load.MemberTimeline;
import dev.teiten.load.Role;
import dev.teiten.size.ClusterFixture;
import dev.teiten.synthetic.SyntheticCluster;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The lives of the members decide which readers count, not the amount of collected data. */
class ClusterMembersTest {
  private static final ClusterLoad LOAD =
      new SyntheticCluster(ClusterFixture.queries(4)).readers(2).weeks(2).load();
  private static final Instant MONDAY = LOAD.week().range().from();

  private static Instant day(double days) {
    return MONDAY.plus(Duration.ofMinutes((long) (1440 * days)));
  }

  private static ClusterLoad with(String id, List<MemberSpan> spans) {
    List<MemberTimeline> members = new ArrayList<>();
    for (MemberTimeline member : LOAD.timeline().members()) {
      boolean changed = member.instance().resourceId().equals(id);
      members.add(
          changed
              ? new MemberTimeline(member.instance(), true, MemberTimeline.ALWAYS, spans)
              : member);
    }
    return with(new ClusterTimeline(members, List.of()));
  }

  private static ClusterLoad with(ClusterTimeline timeline) {
    return new ClusterLoad(
        LOAD.cluster(),
        LOAD.week(),
        LOAD.instances(),
        LOAD.history(),
        LOAD.statements(),
        LOAD.coverage(),
        LOAD.warnings(),
        timeline,
        List.of(),
        null);
  }

  private static MemberSpan reader(double from, double to) {
    return new MemberSpan(day(from), day(to), Role.READER, "db.r6g.xlarge");
  }

  private static List<String> readers(MemberSpan... spans) {
    return ClusterMembers.of(with("db-2", List.of(spans))).readers().stream()
        .map(InstanceLoad::instance)
        .map(Instance::resourceId)
        .toList();
  }

  @Test
  void aReaderThatRanMostOfTheWeekIsThere() {
    assertThat(readers(reader(-10, 10))).containsExactly("db-1", "db-2");
    assertThat(readers(reader(3, 10))).containsExactly("db-1", "db-2");
    assertThat(readers(reader(0, 5))).containsExactly("db-1", "db-2");
  }

  @Test
  void oneThatLivedForDaysOnlyIsNot() {
    assertThat(readers(reader(0, 2.5))).containsExactly("db-1");
    assertThat(readers(reader(0, 0.25), reader(1, 1.25), reader(5, 5.25))).containsExactly("db-1");
  }

  /** Of an instance and its replacement, one ran at any time: the present one counts. */
  @Test
  void aReplacedReaderCountsOnce() {
    List<MemberTimeline> members = new ArrayList<>();
    for (MemberTimeline member : LOAD.timeline().members()) {
      List<MemberSpan> life =
          switch (member.instance().resourceId()) {
            case "db-1" -> List.of(reader(-10, 3.5));
            case "db-2" -> List.of(reader(3.5, 10));
            default -> member.spans();
          };
      members.add(new MemberTimeline(member.instance(), true, MemberTimeline.ALWAYS, life));
    }
    ClusterMembers found = ClusterMembers.of(with(new ClusterTimeline(members, List.of())));

    assertThat(found.readers()).extracting(r -> r.instance().resourceId()).containsExactly("db-2");
    assertThat(found.brief()).extracting(r -> r.instance().resourceId()).containsExactly("db-1");
  }
}
