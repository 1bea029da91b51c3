package dev.teiten.rank;

import dev.teiten.load.ClusterLoad;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.Sentence;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** Warns of instances that were created or removed inside the week. */
final class InstanceLifetimeWarnings {
  // A shorter gap at the end may be a late agent, or a collect that ran too early.
  private static final Duration EDGE = Duration.ofHours(3);

  private final ClusterLoad load;

  InstanceLifetimeWarnings(ClusterLoad load) {
    this.load = load;
  }

  /** A sentence for each creation and each removal. */
  List<Sentence> warnings() {
    List<Sentence> warnings = new ArrayList<>();
    Instant from = load.week().range().from();
    Instant to = load.week().range().to();
    for (InstanceLoad instance : load.instances()) {
      String name = instance.instance().name();
      Instant created = instance.instance().createdAt();
      if (created != null && created.isAfter(from) && created.isBefore(to)) {
        warnings.add(RankingText.CREATED.of(name, local(created)));
      }
      Instant end = end(instance);
      if (end.isAfter(from) && end.isBefore(latest().minus(EDGE))) {
        warnings.add(RankingText.REMOVED.of(name, local(end)));
      }
    }
    return warnings;
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
