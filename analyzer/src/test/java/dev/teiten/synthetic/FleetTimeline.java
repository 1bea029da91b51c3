package dev.teiten.synthetic;

import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.InstanceSpec;
import dev.teiten.fixtures.fleet.MinuteSpan;
import dev.teiten.load.ClusterTimeline;
import dev.teiten.load.Instance;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.MemberSpan;
import dev.teiten.load.MemberTimeline;
import dev.teiten.load.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The true lives of a simulated cluster's instances, as inventory and events would tell them. */
final class FleetTimeline {
  private final ClusterSpec spec;

  FleetTimeline(ClusterSpec spec) {
    this.spec = spec;
  }

  /**
   * @param loads one for each instance, in the order of the specification
   */
  ClusterTimeline of(List<InstanceLoad> loads) {
    List<MemberTimeline> members = new ArrayList<>();
    for (int i = 0; i < loads.size(); i++) {
      Instance shown = loads.get(i).instance();
      List<MemberSpan> spans = spans(spec.instances().get(i));
      members.add(new MemberTimeline(shown, true, MemberTimeline.ALWAYS, spans));
    }
    return new ClusterTimeline(members, List.of());
  }

  private List<MemberSpan> spans(InstanceSpec instance) {
    TreeSet<Instant> cuts = new TreeSet<>();
    spec.failovers().forEach(failover -> cuts.add(failover.at()));
    instance.resizes().forEach(resize -> cuts.add(resize.at()));
    for (MinuteSpan stop : instance.stops()) {
      cuts.add(stop.from());
      cuts.add(stop.to());
    }
    Instant deleted = instance.deletedAt();
    Instant end = deleted == null ? Instant.MAX : deleted;
    List<MemberSpan> spans = new ArrayList<>();
    for (Instant from = instance.createdAt(); from.isBefore(end); ) {
      Instant cut = cuts.higher(from);
      Instant to = cut == null || cut.isAfter(end) ? end : cut;
      long minute = Math.floorDiv(from.getEpochSecond(), 60L);
      if (instance.runsAt(minute)) {
        boolean writes = spec.writerAt(minute).equals(instance.name());
        String instanceClass = instance.hardwareAt(minute).name();
        spans.add(new MemberSpan(from, to, writes ? Role.WRITER : Role.READER, instanceClass));
      }
      from = to;
    }
    return spans;
  }
}
