package dev.teiten.rank;

import dev.teiten.cpu.AgentRun;
import dev.teiten.cpu.CpuWork;
import dev.teiten.cpu.InstanceWork;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.Instance;
import dev.teiten.load.Sentence;
import dev.teiten.load.TimeUnits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** Joins the agents' runs of all instances and days to contributors. */
final class BackgroundSearch {
  private static final int MAX_DATES = 3;

  private final ClusterLoad load;
  private final CpuWork work;
  private final PeakMinutes peak;

  BackgroundSearch(ClusterLoad load, CpuWork work, PeakMinutes peak) {
    this.load = load;
    this.work = work;
    this.peak = peak;
  }

  /** The contributors, the most work while they run first. */
  List<BackgroundContributor> contributors() {
    List<AgentHours> joined = new ArrayList<>();
    for (InstanceWork instance : work.instances()) {
      for (AgentHours own : ofInstance(instance)) {
        join(own, joined);
      }
    }
    return joined.stream()
        .map(this::contributor)
        .sorted(
            Comparator.comparingDouble(
                    (BackgroundContributor c) -> c.cores() * c.instances().size())
                .reversed())
        .toList();
  }

  private List<AgentHours> ofInstance(InstanceWork instance) {
    List<AgentHours> found = new ArrayList<>();
    List<AgentRun> longestFirst = new ArrayList<>(instance.background().runs());
    longestFirst.sort(Comparator.comparingInt(run -> run.from() - run.to()));
    for (AgentRun run : longestFirst) {
      AgentHours like = found.stream().filter(hours -> hours.holds(run)).findFirst().orElse(null);
      if (like == null) {
        like = new AgentHours(load.week());
        found.add(like);
      }
      like.add(instance, run);
    }
    return found;
  }

  /** Agents of several instances are one if most of their days are common. */
  private static void join(AgentHours own, List<AgentHours> joined) {
    for (AgentHours other : joined) {
      Set<LocalDate> common = new HashSet<>(own.days());
      common.retainAll(other.days());
      int most = Math.max(own.days().size(), other.days().size());
      if (own.isLike(other) && 2 * common.size() > most) {
        other.addAll(own);
        return;
      }
    }
    joined.add(own);
  }

  private BackgroundContributor contributor(AgentHours agent) {
    List<String> instances =
        agent.instances().stream().map(instance -> instance.instance().name()).toList();
    return new BackgroundContributor(
        RankingText.NOT_FROM_SQL.of(),
        instances,
        agent.hours(),
        List.copyOf(agent.days()),
        agent.cores(),
        peak.removableCores(agent.work(load.minutes())),
        description(agent.hours(), agent.days(), where(instances)));
  }

  private static Sentence description(String hours, SortedSet<LocalDate> days, Sentence where) {
    if (days.size() == TimeUnits.DAYS_PER_WEEK) {
      return RankingText.BACKGROUND_DAILY.of(hours, where);
    }
    if (days.size() > MAX_DATES) {
      return RankingText.BACKGROUND_ON_DAYS.of(hours, days.size(), where);
    }
    String dates = days.stream().map(LocalDate::toString).collect(Collectors.joining(", "));
    return RankingText.BACKGROUND_ON.of(hours, dates, where);
  }

  private Sentence where(List<String> names) {
    List<Instance> all = load.cluster().instances();
    if (names.size() > 1 && names.size() == all.size()) {
      return RankingText.EACH_INSTANCE.of();
    }
    Set<String> readers =
        all.stream()
            .filter(instance -> !instance.isWriter())
            .map(Instance::name)
            .collect(Collectors.toSet());
    return names.size() > 1 && readers.equals(new HashSet<>(names))
        ? RankingText.EACH_READER.of()
        : Sentence.plain(String.join(", ", names));
  }
}
