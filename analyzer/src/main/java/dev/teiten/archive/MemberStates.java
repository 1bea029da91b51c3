package dev.teiten.archive;

import dev.teiten.load.MemberSpan;
import dev.teiten.load.Role;
import dev.teiten.load.TimeRange;
import dev.teiten.source.EventMeaning;
import dev.teiten.source.EventMeaning.EventKind;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.SourceEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The states of one member over time: role, class, stopped or not. Sightings tell a state late;
 * events tell the instant of a failover, a change of class, a stop and a start.
 */
final class MemberStates {
  /** A failover restarts the writer that it replaces. */
  private static final Duration RESTARTS_WITHIN = Duration.ofMinutes(10);

  private final SeenMember member;
  private final List<SeenMember> siblings;
  private final NavigableMap<Instant, @Nullable Role> roles = new TreeMap<>();
  private final NavigableMap<Instant, @Nullable String> classes = new TreeMap<>();
  private final NavigableMap<Instant, Boolean> running = new TreeMap<>();
  private final List<TellingEvent> events;

  /** An event of the cluster or of one of its instances, with its meaning. */
  record TellingEvent(SourceEvent event, EventMeaning meaning) {
    boolean is(EventKind kind) {
      return meaning.kind() == kind;
    }
  }

  /**
   * @param siblings every instance of the cluster, the member included
   * @param events of the cluster and of its instances, oldest first
   */
  MemberStates(SeenMember member, List<SeenMember> siblings, List<TellingEvent> events) {
    this.member = member;
    this.siblings = siblings;
    this.events = events;
    sightings();
    failovers();
    stops();
    absences();
  }

  private void sightings() {
    @Nullable MonitoredInstance before = null;
    for (MonitoredInstance row : member.rows()) {
      if (row.instance().role() != null && !member.wasAlone(row)) {
        roles.put(row.seenAt(), row.instance().role());
      }
      String now = row.instance().instanceClass();
      classes.put(before == null ? row.seenAt() : resizedAt(before, row), now);
      before = row;
    }
  }

  /** The instant from which the later of two sightings tells the class. */
  private Instant resizedAt(MonitoredInstance before, MonitoredInstance after) {
    if (Objects.equals(before.instance().instanceClass(), after.instance().instanceClass())) {
      return after.seenAt();
    }
    return ofMember(EventKind.CLASS_CHANGED).stream()
        .filter(at -> at.isAfter(before.seenAt()) && !at.isAfter(after.seenAt()))
        .reduce((first, second) -> second)
        .orElse(after.seenAt());
  }

  private List<Instant> ofMember(EventKind kind) {
    return events.stream()
        .filter(e -> e.is(kind) && isOf(e, member))
        .map(e -> e.event.at())
        .toList();
  }

  private static boolean isOf(TellingEvent e, SeenMember of) {
    return !e.event.ofCluster() && of.isCalled(e.event.subject(), e.event.at());
  }

  private void failovers() {
    List<TellingEvent> failovers =
        events.stream().filter(e -> e.is(EventKind.FAILED_OVER)).toList();
    for (TellingEvent failover : failovers) {
      roles.put(failover.event.at(), becomesWriter(failover, member) ? Role.WRITER : Role.READER);
    }
    Instant first = failovers.isEmpty() ? Instant.MAX : failovers.get(0).event.at();
    if (!roles.isEmpty() && roles.firstKey().equals(first)) {
      roles.put(Instant.MIN, roleBefore(failovers.get(0)));
    }
  }

  private static boolean becomesWriter(TellingEvent failover, SeenMember member) {
    String name = failover.meaning.name();
    return name != null && member.isCalled(name, failover.event.at());
  }

  /**
   * The role before the first known event, a failover: it had another writer. That was the only
   * other instance, or the only one that restarted with it; else it is not known.
   */
  private @Nullable Role roleBefore(TellingEvent failover) {
    Instant at = failover.event.at();
    if (becomesWriter(failover, member)) {
      return Role.READER;
    }
    List<SeenMember> others =
        siblings.stream()
            .filter(other -> other.livesAt(at) && !becomesWriter(failover, other))
            .toList();
    List<SeenMember> restarted =
        others.stream().filter(other -> isRestartedAround(other, at)).toList();
    List<SeenMember> candidates = restarted.isEmpty() ? others : restarted;
    if (candidates.size() == 1) {
      return candidates.contains(member) ? Role.WRITER : Role.READER;
    }
    return candidates.contains(member) ? null : Role.READER;
  }

  private boolean isRestartedAround(SeenMember other, Instant at) {
    return events.stream()
        .filter(e -> e.is(EventKind.RESTARTED) && isOf(e, other))
        .anyMatch(e -> Duration.between(at, e.event.at()).abs().compareTo(RESTARTS_WITHIN) <= 0);
  }

  private void stops() {
    for (TellingEvent e : events) {
      boolean ends = e.is(EventKind.STOPPED) || e.event.ofCluster() && e.is(EventKind.DELETED);
      boolean isOwn = e.event.ofCluster() ? member.livesAt(e.event.at()) : isOf(e, member);
      if ((ends || e.is(EventKind.STARTED)) && isOwn) {
        running.put(e.event.at(), !ends);
      }
    }
  }

  /** A collect did not list it, and a later one did. */
  private void absences() {
    for (Instant missed : member.missedAt()) {
      member.rows().stream()
          .map(MonitoredInstance::seenAt)
          .filter(seen -> seen.isAfter(missed))
          .findFirst()
          .ifPresent(
              seen -> {
                running.put(missed, false);
                running.put(seen, true);
              });
    }
  }

  /** The spans in which the member ran within a range. */
  List<MemberSpan> spans(TimeRange range) {
    TreeSet<Instant> cuts = new TreeSet<>();
    cuts.addAll(roles.keySet());
    cuts.addAll(classes.keySet());
    cuts.addAll(running.keySet());
    Instant end = earlier(member.died(), range.to());
    List<MemberSpan> spans = new ArrayList<>();
    Instant from = member.born().isBefore(range.from()) ? range.from() : member.born();
    while (from.isBefore(end)) {
      Instant cut = cuts.higher(from);
      Instant to = cut == null ? end : earlier(cut, end);
      if (!Boolean.FALSE.equals(at(running, from, true))) {
        add(spans, new MemberSpan(from, to, at(roles, from, null), at(classes, from, null)));
      }
      from = to;
    }
    return spans;
  }

  private static void add(List<MemberSpan> spans, MemberSpan next) {
    MemberSpan last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
    if (last != null
        && last.to().equals(next.from())
        && last.role() == next.role()
        && Objects.equals(last.instanceClass(), next.instanceClass())) {
      spans.set(
          spans.size() - 1,
          new MemberSpan(last.from(), next.to(), last.role(), last.instanceClass()));
    } else {
      spans.add(next);
    }
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** The value at an instant; before the first, {@code before} or else the first. */
  private static <T> @Nullable T at(
      NavigableMap<Instant, @Nullable T> values, Instant instant, @Nullable T before) {
    var entry = values.floorEntry(instant);
    if (entry != null) {
      return entry.getValue();
    }
    return before != null || values.isEmpty() ? before : values.firstEntry().getValue();
  }
}
