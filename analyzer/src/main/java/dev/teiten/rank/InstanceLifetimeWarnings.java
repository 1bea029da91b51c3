package dev.teiten.rank;

import dev.teiten.load.ClusterLoad;
import dev.teiten.load.ClusterTimeline;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.MemberTimeline;
import dev.teiten.load.Sentence;
import dev.teiten.load.TimeRange;
import dev.teiten.load.TimeUnits;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** Warns of instances that were created or removed inside the week. */
final class InstanceLifetimeWarnings {
  // A shorter gap at the end may be a late agent, or a collect that ran too early.
  private static final Duration EDGE = Duration.ofHours(3);

  /** More sentences of one kind are one. */
  static final int MOST_SENTENCES = 3;

  private final ClusterLoad load;

  InstanceLifetimeWarnings(ClusterLoad load) {
    this.load = load;
  }

  /** A sentence for each creation and each removal; one for all if there are many. */
  List<Sentence> warnings() {
    List<Sentence> created = new ArrayList<>();
    List<Sentence> removed = new ArrayList<>();
    Instant from = load.week().range().from();
    for (InstanceLoad instance : load.instances()) {
      String name = instance.instance().name();
      Instant born = load.timeline().of(instance.instance()).born();
      if (born != null && load.week().range().contains(born) && born.isAfter(from)) {
        created.add(RankingText.CREATED.of(name, local(born)));
      }
      Instant end = end(instance);
      Instant died = load.timeline().of(instance.instance()).died();
      boolean isDead = died != null && load.week().range().contains(died);
      if (end.isAfter(from) && (isDead || end.isBefore(latest().minus(EDGE)))) {
        removed.add(RankingText.REMOVED.of(name, local(end)));
      }
    }
    List<Sentence> warnings = new ArrayList<>(created);
    warnings.addAll(removed);
    if (warnings.size() > MOST_SENTENCES) {
      int most = load.timeline().mostReaders(load.week().range());
      warnings = new ArrayList<>();
      warnings.add(RankingText.CAME_AND_WENT.of(created.size(), removed.size(), most));
    }
    warnings.addAll(unseen());
    return warnings;
  }

  /** One sentence for all instances that no collect saw. */
  private List<Sentence> unseen() {
    TimeRange week = load.week().range();
    List<MemberTimeline> unseen = load.timeline().unseen(week);
    List<MemberTimeline> unassigned = load.timeline().unassigned(week);
    List<Sentence> sentences = new ArrayList<>();
    if (!unseen.isEmpty()) {
      sentences.add(RankingText.UNSEEN.of(unseen.size(), hours(unseen)));
    }
    if (!unassigned.isEmpty()) {
      sentences.add(RankingText.UNASSIGNED.of(unassigned.size(), hours(unassigned)));
    }
    return sentences;
  }

  private double hours(List<MemberTimeline> members) {
    return ClusterTimeline.lived(members, load.week().range()).toMinutes()
        / (double) TimeUnits.MINUTES_PER_HOUR;
  }

  private ZonedDateTime local(Instant instant) {
    return instant.atZone(load.week().zone());
  }

  /** The last known minute of any instance: a week that is not over yet is no removal. */
  private Instant latest() {
    return load.instances().stream()
        .map(this::end)
        .max(Instant::compareTo)
        .orElse(load.week().range().from());
  }

  private Instant end(InstanceLoad instance) {
    double[] total = instance.total();
    int minute = total.length;
    while (minute > 0 && Double.isNaN(total[minute - 1])) {
      minute--;
    }
    return load.week().range().from().plus(Duration.ofMinutes(minute));
  }
}
