package dev.teiten.size;

import dev.teiten.cpu.CpuWork;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.Instance;
import dev.teiten.load.InstanceCounter;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.Sentence;
import dev.teiten.load.WaitEvent;
import dev.teiten.rank.Ranking;
import dev.teiten.size.predict.ClusterMembers;
import dev.teiten.size.predict.MinuteStatistics;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a week does not allow a verdict: each in a sentence with its numbers. */
final class UndecidedReasons {
  private static final double MIN_COVERAGE = 0.95;
  private static final double MAX_OTHER_SHARE = 0.30;

  /** Beyond it the pools throttle: what would have arrived is not known. */
  private static final double SATURATED = 0.85;

  private static final double MAX_SESSIONS_PER_VCPU = 1.2;

  private UndecidedReasons() {}

  static List<Sentence> of(
      ClusterLoad load, Ranking ranking, CpuWork work, ClusterMembers members) {
    List<Sentence> reasons = new ArrayList<>();
    addCoverage(load, members, reasons);
    addMembers(work, members, reasons);
    addOther(ranking, reasons);
    double p99 = p99Utilisation(members);
    if (p99 > SATURATED) {
      reasons.add(say(SizingText.SATURATED, 100 * p99, 100 * SATURATED));
    }
    addQueue(members, reasons);
    return List.copyOf(reasons);
  }

  /** Sessions that stand in a long queue are as many as the pools let in, not as many as come. */
  private static void addQueue(ClusterMembers members, List<Sentence> reasons) {
    for (InstanceLoad member : members.lasting()) {
      double @Nullable [] onCpu = member.waits().get(WaitEvent.CPU);
      double @Nullable [] vcpus = member.counters().get(InstanceCounter.VCPUS);
      double sessions = onCpu == null ? Double.NaN : MinuteStatistics.quantile(onCpu, 0.99);
      double number = vcpus == null ? Double.NaN : MinuteStatistics.max(vcpus);
      if (sessions > MAX_SESSIONS_PER_VCPU * number) {
        reasons.add(
            say(
                SizingText.LONG_QUEUE,
                sessions,
                member.instance().name(),
                MAX_SESSIONS_PER_VCPU,
                number));
      }
    }
  }

  private static void addCoverage(
      ClusterLoad load, ClusterMembers members, List<Sentence> reasons) {
    InstanceLoad writer = members.writer();
    if (writer == null) {
      reasons.add(SizingText.NO_WRITER.of());
      return;
    }
    int minutes = MinuteStatistics.count(writer.total());
    if (minutes < MIN_COVERAGE * load.minutes()) {
      reasons.add(say(SizingText.FEW_DAYS, minutes / 1440.0));
    } else if (load.coverage().share() < MIN_COVERAGE) {
      reasons.add(say(SizingText.COVERAGE, 100 * load.coverage().share(), 100 * MIN_COVERAGE));
    }
  }

  private static void addMembers(CpuWork work, ClusterMembers members, List<Sentence> reasons) {
    for (InstanceLoad member : members.lasting()) {
      Instance instance = member.instance();
      Sentence unknown = work.unknown().get(instance);
      if (unknown != null) {
        reasons.add(say(SizingText.NO_CPU_WORK, instance.name(), unknown));
      } else if (gaps(member)) {
        reasons.add(say(SizingText.CPU_GAPS, instance.name()));
      }
    }
    for (String name : members.resized()) {
      reasons.add(say(SizingText.RESIZED, name));
    }
  }

  private static boolean gaps(InstanceLoad member) {
    double @Nullable [] used = member.counters().get(InstanceCounter.CPU_UTILISATION);
    return used == null
        || MinuteStatistics.count(used) < MIN_COVERAGE * MinuteStatistics.count(member.total());
  }

  private static void addOther(Ranking ranking, List<Sentence> reasons) {
    Double other = ranking.otherAas();
    Double all = ranking.loadAas();
    if (other != null && all != null && other > MAX_OTHER_SHARE * all) {
      reasons.add(say(SizingText.OTHER, 100 * other / all, 100 * MAX_OTHER_SHARE));
    }
  }

  /** Of the busiest lasting member, 0..1; {@code NaN} where no CPU counter is known. */
  static double p99Utilisation(ClusterMembers members) {
    double highest = Double.NaN;
    for (InstanceLoad member : members.lasting()) {
      double @Nullable [] used = member.counters().get(InstanceCounter.CPU_UTILISATION);
      double p99 = used == null ? Double.NaN : MinuteStatistics.quantile(used, 0.99);
      highest = Double.isNaN(highest) || p99 > highest ? p99 : highest;
    }
    return highest;
  }

  private static Sentence say(SizingText text, Object... values) {
    return text.of(values);
  }
}
