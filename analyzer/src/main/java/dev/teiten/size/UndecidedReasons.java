package dev.teiten.size;

import dev.teiten.cpu.CpuWork;
import dev.teiten.cpu.InstanceClass;
import dev.teiten.cpu.InstanceClasses;
import dev.teiten.load.AcuRange;
import dev.teiten.load.ClusterDeployment;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.ClusterTimeline;
import dev.teiten.load.Instance;
import dev.teiten.load.InstanceCounter;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.MemberTimeline;
import dev.teiten.load.Sentence;
import dev.teiten.load.TimeRange;
import dev.teiten.load.TimeUnits;
import dev.teiten.load.WaitEvent;
import dev.teiten.rank.Ranking;
import dev.teiten.size.demand.ClusterMembers;
import dev.teiten.size.demand.MinuteStatistics;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the reasons why a week allows no verdict. */
final class UndecidedReasons {
  private static final double MIN_COVERAGE = 0.95;
  private static final double MAX_OTHER_SHARE = 0.30;

  /** Beyond this utilization pools throttle, and the load that would have come is not known. */
  private static final double SATURATED = 0.85;

  private static final double MAX_SESSIONS_PER_VCPU = 1.2;

  private UndecidedReasons() {}

  static List<Sentence> of(
      ClusterLoad load, Ranking ranking, CpuWork work, ClusterMembers members) {
    List<Sentence> reasons = new ArrayList<>();
    if (!load.cluster().isSampled() && !ClusterDeployment.of(load.cluster()).isKnown()) {
      reasons.add(SizingText.NO_DEPLOYMENT.of());
    }
    addCoverage(load, members, reasons);
    addUnseen(load, reasons);
    addMembers(work, members, reasons);
    addOther(ranking, reasons);
    double p99 = members.p99Utilisation();
    if (p99 > SATURATED) {
      reasons.add(SizingText.SATURATED.of(100 * p99, 100 * SATURATED));
    }
    addQueue(members, reasons);
    return List.copyOf(reasons);
  }

  /** A long queue shows as many sessions as the pools let in, and not as many as would come. */
  private static void addQueue(ClusterMembers members, List<Sentence> reasons) {
    for (InstanceLoad member : members.lasting()) {
      double sessions = MinuteStatistics.quantile(member.waits().get(WaitEvent.CPU), 0.99);
      double number = vcpus(member);
      if (sessions > MAX_SESSIONS_PER_VCPU * number) {
        reasons.add(
            SizingText.LONG_QUEUE.of(
                sessions, member.instance().name(), MAX_SESSIONS_PER_VCPU, number));
      }
    }
  }

  /** The most vCPUs that the instance had or can have; {@code NaN} if unknown. */
  private static double vcpus(InstanceLoad member) {
    if (member.instance().isServerless()) {
      return InstanceClasses.of(member.instance())
          .map(InstanceClass::exactVcpus)
          .orElse(Double.NaN);
    }
    double @Nullable [] counted = member.counters().get(InstanceCounter.VCPUS);
    return counted == null ? Double.NaN : MinuteStatistics.max(counted);
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
      reasons.add(SizingText.FEW_DAYS.of((double) minutes / TimeUnits.MINUTES_PER_DAY));
    } else if (load.coverage().share() < MIN_COVERAGE) {
      reasons.add(SizingText.COVERAGE.of(100 * load.coverage().share(), 100 * MIN_COVERAGE));
    }
    if (!reasons.isEmpty() && members.lasting().stream().anyMatch(UndecidedReasons::mayPause)) {
      reasons.add(SizingText.MAY_PAUSE.of());
    }
    double known = knownWriterShare(load);
    if (known < MIN_COVERAGE) {
      reasons.add(SizingText.WRITER_UNKNOWN.of(100 * known));
    }
  }

  private static boolean mayPause(InstanceLoad member) {
    AcuRange acu = member.instance().acu();
    return acu != null && acu.min() == 0;
  }

  /** The part (0..1) of the cluster's life within the week in which its writer is known. */
  private static double knownWriterShare(ClusterLoad load) {
    TimeRange week = load.week().range();
    BitSet living = new BitSet();
    BitSet writing = new BitSet();
    for (MemberTimeline member : load.timeline().members()) {
      living.or(member.livingMinutes(week));
      writing.or(member.writingMinutes(week));
    }
    return living.isEmpty() ? 1 : (double) writing.cardinality() / living.cardinality();
  }

  /**
   * Instances that nobody collected took a part of the load, and perhaps of the peak. No hourly
   * collect sees a reader of less than an hour: it is taken to do the mean of the others, and only
   * lowers the coverage.
   */
  private static void addUnseen(ClusterLoad load, List<Sentence> reasons) {
    TimeRange week = load.week().range();
    List<MemberTimeline> unseen = new ArrayList<>(load.timeline().unseen(week));
    unseen.removeIf(one -> one.livingMinutes(week).cardinality() < TimeUnits.MINUTES_PER_HOUR);
    unseen.addAll(load.timeline().unassigned(week));
    if (!unseen.isEmpty()) {
      double hours = ClusterTimeline.lived(unseen, week).toMinutes() / 60.0;
      reasons.add(SizingText.UNSEEN.of(unseen.size(), hours));
    }
  }

  private static void addMembers(CpuWork work, ClusterMembers members, List<Sentence> reasons) {
    for (InstanceLoad member : members.lasting()) {
      Instance instance = member.instance();
      Sentence unknown = work.unknown().get(instance);
      if (unknown != null) {
        reasons.add(SizingText.NO_CPU_WORK.of(instance.name(), unknown));
      } else if (hasCpuGaps(member)) {
        reasons.add(SizingText.CPU_GAPS.of(instance.name()));
      }
    }
    for (String name : members.resized()) {
      reasons.add(SizingText.RESIZED.of(name));
    }
  }

  private static boolean hasCpuGaps(InstanceLoad member) {
    double @Nullable [] used = member.counters().get(InstanceCounter.CPU_UTILISATION);
    return used == null
        || MinuteStatistics.count(used) < MIN_COVERAGE * MinuteStatistics.count(member.total());
  }

  private static void addOther(Ranking ranking, List<Sentence> reasons) {
    Double other = ranking.otherAas();
    Double total = ranking.loadAas();
    if (other != null && total != null && other > MAX_OTHER_SHARE * total) {
      reasons.add(SizingText.OTHER.of(100 * other / total, 100 * MAX_OTHER_SHARE));
    }
  }
}
