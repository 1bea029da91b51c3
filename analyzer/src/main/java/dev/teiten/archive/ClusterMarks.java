package dev.teiten.archive;

import dev.teiten.archive.files.MarkTable;
import dev.teiten.archive.files.MarkTable.StoredMark;
import dev.teiten.load.ClusterMark;
import dev.teiten.load.Instance;
import dev.teiten.load.MarkText;
import dev.teiten.load.MemberTimeline;
import dev.teiten.load.TimeRange;
import dev.teiten.source.EventMeaning;
import dev.teiten.source.SourceEvent;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The marks of a cluster: the notes of people, and the events of RDS about the cluster and its
 * instances, those that are gone included. Archives of earlier versions keep events as marks.
 */
final class ClusterMarks {
  private static final Set<EventMeaning.EventKind> SCALING =
      EnumSet.of(EventMeaning.EventKind.CREATED, EventMeaning.EventKind.DELETED);

  private ClusterMarks() {}

  /** The mark as it is stored: with the region and the name of its cluster now. */
  static StoredMark stored(NamedCluster cluster, ClusterMark mark) {
    return new StoredMark(
        mark.at(), cluster.region(), cluster.identifier(), mark.label(), mark.source());
  }

  /** Puts another mark, or none, in the place of a mark that a person wrote. */
  static void replace(
      NamedCluster cluster, MarkTable table, ClusterMark mark, @Nullable ClusterMark by) {
    // A cluster may have had several names.
    List<StoredMark> stored =
        table.all().stream()
            .filter(other -> other.source() == ClusterMark.Source.MANUAL)
            .filter(other -> other.at().equals(mark.at()) && other.label().equals(mark.label()))
            .filter(other -> other.region().equals(cluster.region()))
            .filter(other -> cluster.isCalled(other.cluster(), other.at()))
            .toList();
    table.change(stored, Stream.ofNullable(by).map(other -> stored(cluster, other)).toList());
  }

  /** The marks within a range, oldest first, each once. */
  static List<ClusterMark> of(
      NamedCluster cluster,
      Collection<StoredMark> stored,
      Collection<SourceEvent> events,
      TimeRange range) {
    Stream<ClusterMark> notes =
        stored.stream()
            .filter(mark -> range.contains(mark.at()))
            .filter(mark -> mark.region().equals(cluster.region()))
            .filter(mark -> cluster.isCalled(mark.cluster(), mark.at()))
            .map(mark -> new ClusterMark(mark.at(), cluster.name(), mark.label(), mark.source()));
    Stream<ClusterMark> told =
        events.stream()
            .filter(event -> range.contains(event.at()))
            .filter(event -> event.region().equals(cluster.region()))
            .filter(event -> !event.message().isBlank())
            .flatMap(event -> Stream.ofNullable(mark(cluster, event)));
    Stream<ClusterMark> switches =
        cluster.lineage().stretches().stream()
            .skip(1)
            .filter(stretch -> range.contains(stretch.range().from()))
            .map(stretch -> switched(cluster, stretch));
    return Stream.of(notes, told, switches)
        .flatMap(marks -> marks)
        .distinct()
        .sorted(Comparator.comparing(ClusterMark::at).thenComparing(ClusterMark::label))
        .toList();
  }

  /** The events, and those that archives of earlier versions keep as marks; oldest first. */
  static Collection<SourceEvent> told(
      Collection<SourceEvent> events, Collection<StoredMark> stored) {
    TreeSet<SourceEvent> told = new TreeSet<>(SourceEvent.ORDER);
    told.addAll(events);
    for (StoredMark mark : stored) {
      if (mark.source() == ClusterMark.Source.RDS_EVENT) {
        told.add(event(mark));
      }
    }
    return told;
  }

  private static SourceEvent event(StoredMark mark) {
    int colon = mark.label().indexOf(": ");
    return colon < 0 || EventMeaning.of(mark.label()).isPresent()
        ? new SourceEvent(mark.at(), mark.region(), mark.cluster(), true, mark.label())
        : new SourceEvent(
            mark.at(),
            mark.region(),
            mark.label().substring(0, colon),
            false,
            mark.label().substring(colon + 2));
  }

  private static ClusterMark switched(NamedCluster cluster, ClusterLineage.LineageStretch stretch) {
    String label = MarkText.SWITCHED.of(cluster.name(), ClusterKeys.idOf(stretch.cluster())).text();
    return new ClusterMark(
        stretch.range().from(),
        cluster.name(),
        ClusterMark.labelOf(label),
        ClusterMark.Source.RDS_EVENT);
  }

  private static @Nullable ClusterMark mark(NamedCluster cluster, SourceEvent event) {
    boolean isOwn =
        event.ofCluster()
            ? cluster.isCalled(event.subject(), event.at())
            : cluster.timeline().members().stream().anyMatch(m -> isOf(event, m, cluster));
    if (!isOwn || isScaling(event)) {
      return null;
    }
    String label = event.ofCluster() ? event.message() : event.subject() + ": " + event.message();
    return new ClusterMark(
        event.at(), cluster.name(), ClusterMark.labelOf(label), ClusterMark.Source.RDS_EVENT);
  }

  /** Readers that Aurora Auto Scaling adds and removes every day explain no change. */
  private static boolean isScaling(SourceEvent event) {
    return Instance.isAutoscaled(event.subject())
        && EventMeaning.of(event.message())
            .filter(told -> SCALING.contains(told.kind()))
            .isPresent();
  }

  private static boolean isOf(SourceEvent event, MemberTimeline member, NamedCluster cluster) {
    return member.membership().contains(event.at())
        && (member.instance().name().equals(event.subject())
            || cluster.rows().stream()
                .anyMatch(
                    row ->
                        row.instance().resourceId().equals(member.instance().resourceId())
                            && row.instance().name().equals(event.subject())));
  }
}
