package dev.teiten.archive.files;

import dev.teiten.source.SourceEvent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The events of clusters and instances, each once however often a collect returned it. */
public final class EventTable {
  private static final PartTable.Layout<SourceEvent> LAYOUT =
      new PartTable.Layout<>(
          "events",
          List.of(
              "happened_at TIMESTAMP",
              "region VARCHAR",
              "subject VARCHAR",
              "of_cluster BOOLEAN",
              "message VARCHAR"),
          EventTable::read);

  private final PartTable<SourceEvent, SortedSet<SourceEvent>> table;

  public EventTable(ArchiveFiles files, ArchiveEngine engine) {
    this.table = new PartTable<>(files, engine, LAYOUT, EventTable::sorted);
  }

  /** Adds the events that are new. */
  public synchronized void add(Collection<SourceEvent> events) {
    TreeSet<SourceEvent> added = new TreeSet<>(SourceEvent.ORDER);
    added.addAll(events);
    added.removeAll(table.content());
    table.add(added.stream().map(EventTable::row).toList());
  }

  /** Every event, oldest first; the same object until an event is added. */
  public SortedSet<SourceEvent> events() {
    return table.content();
  }

  private static SortedSet<SourceEvent> sorted(List<SourceEvent> events) {
    TreeSet<SourceEvent> sorted = new TreeSet<>(SourceEvent.ORDER);
    sorted.addAll(events);
    return Collections.unmodifiableSortedSet(sorted);
  }

  private static List<@Nullable Object> row(SourceEvent event) {
    return Arrays.<@Nullable Object>asList(
        UtcTimestamps.of(event.at()),
        event.region(),
        event.subject(),
        event.ofCluster(),
        event.message());
  }

  private static @Nullable SourceEvent read(ArchiveRow row) {
    var at = row.instantOrNull("happened_at");
    String region = row.textOrNull("region");
    String subject = row.textOrNull("subject");
    String message = row.textOrNull("message");
    return at == null || region == null || subject == null || message == null
        ? null
        : new SourceEvent(at, region, subject, row.isTrue("of_cluster"), message);
  }
}
