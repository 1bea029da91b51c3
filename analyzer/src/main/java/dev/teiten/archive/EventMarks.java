package dev.teiten.archive;

import dev.teiten.archive.files.MarkTable;
import dev.teiten.load.ClusterMark;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.SourceEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns events into marks of the clusters that they are about, also of instances long gone. */
final class EventMarks {
  private final Set<List<String>> clusters = new HashSet<>();
  private final Map<List<String>, String> clusterOfInstance = new HashMap<>();

  EventMarks(List<MonitoredInstance> everSeen) {
    for (MonitoredInstance seen : everSeen) {
      clusters.add(List.of(seen.region(), seen.cluster()));
      clusterOfInstance.put(List.of(seen.region(), seen.instance().name()), seen.cluster());
    }
  }

  List<MarkTable.StoredMark> of(Collection<SourceEvent> events) {
    List<MarkTable.StoredMark> marks = new ArrayList<>();
    for (SourceEvent event : events) {
      List<String> subject = List.of(event.region(), event.subject());
      String cluster = clusterOfInstance.get(subject);
      if (event.ofCluster()) {
        cluster = clusters.contains(subject) ? event.subject() : null;
      }
      if (cluster != null && !event.message().isBlank()) {
        String said =
            event.ofCluster() ? event.message() : event.subject() + ": " + event.message();
        marks.add(
            new MarkTable.StoredMark(
                event.at(),
                event.region(),
                cluster,
                ClusterMark.labelOf(said),
                ClusterMark.Source.RDS_EVENT));
      }
    }
    return marks;
  }
}
