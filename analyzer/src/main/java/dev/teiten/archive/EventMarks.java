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

/** Turns events into marks of their clusters, also for instances that are gone. */
final class EventMarks {
  private final Set<List<String>> clusters = new HashSet<>();
  private final Map<List<String>, String> clusterOfInstance = new HashMap<>();

  /**
   * @param sightings every row of the inventory
   */
  EventMarks(List<MonitoredInstance> sightings) {
    for (MonitoredInstance seen : sightings) {
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
        String label =
            event.ofCluster() ? event.message() : event.subject() + ": " + event.message();
        marks.add(
            new MarkTable.StoredMark(
                event.at(),
                event.region(),
                cluster,
                ClusterMark.labelOf(label),
                ClusterMark.Source.RDS_EVENT));
      }
    }
    return marks;
  }
}
